namespace Monitor.Shared.Scans;

/// <summary>How a scan ended, told from its pages. The same in command line and service.</summary>
/// <param name="Status">Completed, partial or failed.</param>
/// <param name="Reason">A code of <see cref="ScanReasons"/> or <see cref="PageReasons"/>; null when completed.</param>
public sealed record ScanVerdict(ScanStatus Status, string? Reason)
{
    /// <summary>
    /// Judges a scan: failed when nothing was audited, partial when it was cut short or a page failed or was blocked, completed otherwise.
    /// Skipped pages were replaced in the sample and make no scan partial. Where the site was left alone, that is what cut the scan short.
    /// </summary>
    /// <param name="pages">What became of each page's first look, and why.</param>
    /// <param name="cutShort"><see cref="ScanReasons.Stopped"/> or another reason why it ended early; null when it did not.</param>
    public static ScanVerdict Of(IReadOnlyCollection<(PageStatus Status, string? Reason)> pages, string? cutShort)
    {
        (PageStatus Status, string? Reason)[] unmeasured = [.. pages.Where(p => p.Status is PageStatus.Failed or PageStatus.Blocked)];
        cutShort ??= unmeasured.Any(p => p.Reason == PageReasons.Blocked) ? ScanReasons.Blocked : null;
        if (!pages.Any(p => p.Status == PageStatus.Audited))
            return new ScanVerdict(ScanStatus.Failed, cutShort ?? Shared(unmeasured) ?? ScanReasons.NoPages);
        if (cutShort is not null)
            return new ScanVerdict(ScanStatus.Partial, cutShort);
        return unmeasured.Length > 0
            ? new ScanVerdict(ScanStatus.Partial, ScanReasons.PagesFailed)
            : new ScanVerdict(ScanStatus.Completed, null);
    }

    // What all pages met says more than "no pages".
    private static string? Shared((PageStatus Status, string? Reason)[] unmeasured)
    {
        string?[] reasons = [.. unmeasured.Select(p => p.Reason).Distinct()];
        return reasons.Length == 1 ? reasons[0] : null;
    }
}
