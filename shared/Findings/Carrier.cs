namespace Monitor.Shared.Findings;

/// <summary>A page known to carry a finding, and what a scan says of it.</summary>
/// <param name="Occurrence">The occurrence, under the key and URL the page has by now.</param>
/// <param name="Verdict">Whether the finding is still there.</param>
internal sealed record Carrier(OccurrenceRow Occurrence, CarrierVerdict Verdict)
{
    // Once may be a site's bad day.
    private const int ScansThatSettle = 2;

    /// <summary>Whether the page was gone in the scan before too: the occurrence is closed.</summary>
    public bool GoneForGood => Verdict == CarrierVerdict.Gone && Occurrence.GoneInARow >= ScansThatSettle;

    /// <summary>Whether the page is still audited. What is not has no say in whether a finding is fixed; others must have.</summary>
    public bool StillAudited => !GoneForGood && (Verdict != CarrierVerdict.NotSampled || Occurrence.UnsampledInARow < ScansThatSettle);

    public static IEnumerable<Carrier> Of(KnownFinding known, ScanObservations scan)
    {
        string rule = SolutionHistory.RuleKey(known.Row.Check, known.Row.Rule);
        bool retired = !scan.AuditedLooks.Any(s => s.Rules.ContainsKey(rule));
        return known.Occurrences
            .Select(o => Moved(o, scan))
            .OrderBy(o => o.RowKey, StringComparer.Ordinal)
            .ThenByDescending(o => o.LastScan, StringComparer.Ordinal)
            .DistinctBy(o => o.RowKey)
            .Select(o => Judge(o, known.Row, rule, retired, scan.Pages.GetValueOrDefault(o.RowKey)));
    }

    private static Carrier Judge(OccurrenceRow occurrence, FindingRow finding, string rule, bool retired, PageObservation? page)
    {
        CarrierVerdict verdict = page is null ? CarrierVerdict.NotSampled : Judge(finding, occurrence.After, rule, retired, page);
        return new Carrier(verdict switch
        {
            CarrierVerdict.Gone => occurrence with { GoneInARow = occurrence.GoneInARow + 1, UnsampledInARow = 0 },
            CarrierVerdict.NotSampled => occurrence with { UnsampledInARow = occurrence.UnsampledInARow + 1 },
            CarrierVerdict.Unmeasured => occurrence with { UnsampledInARow = 0 },
            _ => occurrence with { GoneInARow = 0, UnsampledInARow = 0 },
        }, verdict);
    }

    private static CarrierVerdict Judge(FindingRow finding, string? after, string rule, bool retired, PageObservation page)
    {
        string fingerprint = finding.Fingerprint;
        if (page.First.Failed.ContainsKey(fingerprint) || page.Second?.Failed.ContainsKey(fingerprint) == true)
            return CarrierVerdict.Seen;
        if (page.First.Kind == PageSightKind.Gone)
            return CarrierVerdict.Gone;
        if (page.First.Kind == PageSightKind.Unmeasured)
            return CarrierVerdict.Unmeasured;
        if (page.First.Doubtful.Contains(fingerprint) || page.Second?.Doubtful.Contains(fingerprint) == true)
            return CarrierVerdict.Doubtful;
        if (page.First.VersionOf(rule) is not { } version)
            return retired ? CarrierVerdict.AbsentUnlike : CarrierVerdict.RuleDidNotRun;
        if (!page.First.LookedInto(after))
            return CarrierVerdict.RuleDidNotRun;
        if (version != finding.RuleVersion)
            return CarrierVerdict.AbsentUnlike;
        return page.Second?.VersionOf(rule) == version && page.Second.LookedInto(after) ? CarrierVerdict.AbsentTwice : CarrierVerdict.Absent;
    }

    private static OccurrenceRow Moved(OccurrenceRow occurrence, ScanObservations scan) =>
        scan.Moves.TryGetValue(occurrence.RowKey, out string? target) && scan.Pages.TryGetValue(target, out PageObservation? page)
            ? occurrence with { RowKey = page.Key, Url = page.Url }
            : occurrence;
}

/// <summary>What a scan says of a finding on a page that carried it.</summary>
internal enum CarrierVerdict
{
    /// <summary>Seen, in either look.</summary>
    Seen,

    /// <summary>Absent in the first look; the second did not reach it.</summary>
    Absent,

    /// <summary>Absent in both looks.</summary>
    AbsentTwice,

    /// <summary>Absent, but the rule has another version than the one that saw it, or is no longer there at all.</summary>
    AbsentUnlike,

    /// <summary>The rule now leaves it to a person.</summary>
    Doubtful,

    /// <summary>The page was not audited.</summary>
    Unmeasured,

    /// <summary>The page was audited without the rule, or not where it was seen.</summary>
    RuleDidNotRun,

    /// <summary>The page is gone.</summary>
    Gone,

    /// <summary>The page was not in the sample.</summary>
    NotSampled,
}
