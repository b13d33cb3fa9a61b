namespace Monitor.Shared.Findings;

/// <summary>Which pages carry a finding after a scan.</summary>
internal static class OccurrenceSteps
{
    /// <summary>
    /// Of a finding that was seen: every page it was seen on, and those it could not be looked for on.
    /// A page measured without it carries it no longer; should it come back there, it is the same finding.
    /// </summary>
    public static IReadOnlyList<OccurrenceRow> Seen(string fingerprint, FindingEvidence evidence, ScanObservations scan)
    {
        IEnumerable<OccurrenceRow> seen = evidence.SeenPages.Select(p => Of(fingerprint, p, scan));
        IEnumerable<OccurrenceRow> unknown = evidence.Carriers.Where(c => c.Verdict is CarrierVerdict.Doubtful or CarrierVerdict.Unmeasured
            or CarrierVerdict.RuleDidNotRun or CarrierVerdict.NotSampled || c is { Verdict: CarrierVerdict.Gone, GoneForGood: false }).Select(c => c.Occurrence);
        return [.. seen.Concat(unknown).OrderBy(o => o.RowKey, StringComparer.Ordinal)];
    }

    /// <summary>Of a finding that was not seen: all but those whose page was gone twice.</summary>
    public static IReadOnlyList<OccurrenceRow> Unseen(FindingEvidence evidence) =>
        [.. evidence.Carriers.Where(c => !c.GoneForGood).Select(c => c.Occurrence)];

    private static OccurrenceRow Of(string fingerprint, PageObservation page, ScanObservations scan)
    {
        SeenCause cause = page.First.Failed.GetValueOrDefault(fingerprint) ?? page.Second!.Failed[fingerprint];
        return new OccurrenceRow
        {
            PartitionKey = OccurrenceRow.PartitionOf(scan.Scan.Solution, fingerprint),
            RowKey = page.Key,
            Url = page.Url,
            Target = cause.Elements[0].Target,
            Snippet = cause.Elements[0].Snippet,
            After = cause.Elements[0].After,
            Elements = cause.Elements.Sum(e => 1 + e.Omitted),
            Screenshot = cause.Elements.Select(e => e.Screenshot).FirstOrDefault(s => s is not null),
            LastScan = scan.Scan.ToString(),
            LastSeenAt = scan.At,
        };
    }
}
