using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>
/// When a host is left alone, as pure functions of its row and the time: Retry-After as it says (RFC 9110 section 10.2.3), otherwise longer with each failure;
/// and a circuit that opens after five failures in a row. It closes by itself after a rest: the next request is the probe, and one more failure opens it again.
/// </summary>
public static class HostHealth
{
    /// <summary>Failures in a row that open the circuit.</summary>
    public const int FailuresThatOpen = 5;

    /// <summary>The longest that a scan waits for a host; one that rests longer refuses.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(1);

    /// <summary>Whether the host may be asked; null when it may.</summary>
    internal static SlotAnswer? Judge(HostStateRow? state, DateTimeOffset now)
    {
        if (state?.OpenUntil > now)
            return SlotAnswer.Refused(PageReasons.Blocked, state.OpenUntil.Value - now);
        if (Rest(state, now) is not { Ticks: > 0 } rest)
            return null;
        return rest > LongestWait ? SlotAnswer.Refused(PageReasons.Throttled, rest) : SlotAnswer.Resting(rest);
    }

    /// <summary>How long the host still rests.</summary>
    internal static TimeSpan Rest(HostStateRow? state, DateTimeOffset now) =>
        state?.RestUntil is { } until && until > now ? until - now : TimeSpan.Zero;

    /// <summary>The row after an answer; null when nothing changes.</summary>
    internal static HostStateRow? Note(HostStateRow state, HostAnswer answer, DateTimeOffset now, ScanSettings settings)
    {
        if (answer.Silent)
            return null;
        if (!answer.Failed)
            return state is { Failures: 0, OpenUntil: null } ? null : state with { Failures = 0, OpenUntil = null };

        int failures = state.Failures + 1;
        DateTimeOffset rested = now + (answer.RetryAfter is { Ticks: > 0 } asked ? asked : BackOff(state.PartitionKey, answer, failures, settings));
        return state with
        {
            Failures = failures,
            RestUntil = state.RestUntil > rested ? state.RestUntil : rested,
            OpenUntil = failures < FailuresThatOpen ? null : now + TimeSpan.FromMinutes(settings.CircuitRestMinutes),
        };
    }

    /// <summary>The row with the delay that robots.txt asks for; null when it has it already.</summary>
    internal static HostStateRow? SetCrawlDelay(HostStateRow state, TimeSpan? delay)
    {
        double? seconds = delay is { } asked ? Math.Min(asked.TotalSeconds, HostTurn.LongestCrawlDelay.TotalSeconds) : null;
        return state.CrawlDelaySeconds == seconds ? null : state with { CrawlDelaySeconds = seconds };
    }

    /// <summary>The pause between two turns at the host.</summary>
    internal static TimeSpan Pause(HostStateRow? state, ScanSettings settings) =>
        TimeSpan.FromSeconds(Math.Max(settings.HostDelaySeconds, state?.CrawlDelaySeconds ?? 0));

    /// <summary>
    /// Twice as long each time, and up to half as long again, so that hosts behind one fault are not asked in step: from a minute to an hour where the host asks us
    /// to wait, from five seconds where it fails. In proportion to the delay between fetches, which whoever named the address may have lowered.
    /// </summary>
    private static TimeSpan BackOff(string host, HostAnswer answer, int failures, ScanSettings settings)
    {
        TimeSpan first = answer.AsksToWait ? FirstWait : FirstRest;
        TimeSpan wait = first * Math.Pow(2, Math.Min(failures, 20) - 1) * (1 + Jitter.Of($"{host}|{failures}") / 2);
        return (wait < LongestBackOff ? wait : LongestBackOff) * settings.HostDelaySeconds;
    }
}
