using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>The rules of turn-taking, as pure functions of a host's row and the time.</summary>
public static class HostTurn
{
    /// <summary>The most that a robots.txt may slow us down; more would keep a scan from ever ending, so such a site is slowed down, not skipped.</summary>
    public static readonly TimeSpan LongestCrawlDelay = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ShortestRetry = TimeSpan.FromMilliseconds(50);

    /// <summary>Decides whether it is a holder's turn.</summary>
    /// <returns>The answer, and the row to store where it is yes.</returns>
    internal static (SlotAnswer Answer, HostRow? Taken) Take(HostRow row, string holder, DateTimeOffset now, ScanSettings settings)
    {
        if (row.Holder is not null && row.Holder != holder && row.HeldUntil > now)
            return (Later(Min(row.HeldUntil.Value - now, Pause(row, settings))), null);
        if (row.NextAllowedAt > now)
            return (Later(row.NextAllowedAt - now), null);
        return (new SlotAnswer(true, TimeSpan.Zero), row with
        {
            Holder = holder,
            HeldUntil = now + TimeSpan.FromSeconds(settings.HostLeaseSeconds),
            // Counted from now already, for the case that the holder dies and never gives it back.
            NextAllowedAt = now + Pause(row, settings),
        });
    }

    /// <summary>The row after its holder gave it back; null when it was another's.</summary>
    internal static HostRow? Release(HostRow row, string holder, TimeSpan pause, DateTimeOffset now, ScanSettings settings) =>
        row.Holder != holder ? null : row with { Holder = null, HeldUntil = null, NextAllowedAt = Max(row.NextAllowedAt, now + Max(pause, Pause(row, settings))) };

    /// <summary>The row after the host asked for a rest; null when it rests as long already.</summary>
    internal static HostRow? Rest(HostRow row, TimeSpan pause, DateTimeOffset now) =>
        row.NextAllowedAt >= now + pause ? null : row with { NextAllowedAt = now + pause };

    /// <summary>The row with the delay that robots.txt asks for; null when it has it already.</summary>
    internal static HostRow? SetCrawlDelay(HostRow row, TimeSpan? delay)
    {
        double? seconds = delay is { } asked ? Min(asked, LongestCrawlDelay).TotalSeconds : null;
        return row.CrawlDelaySeconds == seconds ? null : row with { CrawlDelaySeconds = seconds };
    }

    private static TimeSpan Pause(HostRow row, ScanSettings settings) =>
        TimeSpan.FromSeconds(Math.Max(settings.HostDelaySeconds, row.CrawlDelaySeconds ?? 0));

    private static SlotAnswer Later(TimeSpan wait) => new(false, Max(wait, ShortestRetry));

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
