using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>The rules of turn-taking, as pure functions of a slot's row and the time.</summary>
public static class HostTurn
{
    /// <summary>The most that a robots.txt may slow us down; more would keep a scan from ever ending, so such a site is slowed down, not skipped.</summary>
    public static readonly TimeSpan LongestCrawlDelay = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ShortestRetry = TimeSpan.FromMilliseconds(50);

    /// <summary>How long to wait for the slot; null when it can be taken.</summary>
    /// <param name="row">The slot.</param>
    /// <param name="asker">Who asks: those who wait for the same slot do not all come back at the same moment.</param>
    /// <param name="now">The time.</param>
    /// <param name="settings">The delay.</param>
    internal static SlotAnswer? Wait(HostRow row, string asker, DateTimeOffset now, ScanSettings settings)
    {
        if (row.Holder is not null && row.HeldUntil > now)
        {
            TimeSpan turn = (Delay(settings) + TimeSpan.FromSeconds(row.LastHeldSeconds)) * (0.75 + 0.5 * Jitter.Of(asker));
            return SlotAnswer.HeldByAnother(Max(Min(row.HeldUntil.Value - now, turn), ShortestRetry));
        }
        return row.NextAllowedAt > now ? SlotAnswer.Resting(Max(row.NextAllowedAt - now, ShortestRetry)) : null;
    }

    /// <summary>The row once it is taken.</summary>
    internal static HostRow Take(HostRow row, string holder, TimeSpan pause, DateTimeOffset now, ScanSettings settings) => row with
    {
        Holder = holder,
        HeldUntil = now + TimeSpan.FromSeconds(settings.HostLeaseSeconds),
        // Counted from now already, for the case that the holder dies and never gives it back.
        NextAllowedAt = now + pause,
    };

    /// <summary>The row after its holder gave it back; null when it was another's.</summary>
    internal static HostRow? Release(HostRow row, string holder, TimeSpan pause, DateTimeOffset now, ScanSettings settings)
    {
        if (row.Holder != holder)
            return null;
        TimeSpan left = row.HeldUntil - now ?? TimeSpan.Zero;
        return row with
        {
            Holder = null,
            HeldUntil = null,
            NextAllowedAt = Max(row.NextAllowedAt, now + pause),
            LastHeldSeconds = Math.Clamp(settings.HostLeaseSeconds - left.TotalSeconds, 0, settings.HostLeaseSeconds),
        };
    }

    /// <summary>The row as it was before a turn that came to nothing, since another slot of it was not free; null when it was another's.</summary>
    internal static HostRow? GiveBack(HostRow row, string holder, DateTimeOffset before) =>
        row.Holder != holder ? null : row with { Holder = null, HeldUntil = null, NextAllowedAt = before };

    /// <summary>The pause between any two turns.</summary>
    internal static TimeSpan Delay(ScanSettings settings) => TimeSpan.FromSeconds(settings.HostDelaySeconds);

    /// <summary>When to ask again after another was first by a hair: it has just begun.</summary>
    internal static SlotAnswer JustTaken(ScanSettings settings) => SlotAnswer.HeldByAnother(Max(Delay(settings), ShortestRetry));

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
