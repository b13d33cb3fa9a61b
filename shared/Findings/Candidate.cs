using Monitor.Shared.Regulations;

namespace Monitor.Shared.Findings;

/// <summary>Something that must be seen twice before it counts, and the pages that would show it.</summary>
/// <param name="Fingerprint">The finding.</param>
/// <param name="Pages">Page keys, any of which decides.</param>
internal sealed record Candidate(string Fingerprint, IReadOnlyList<string> Pages)
{
    /// <summary>
    /// The candidates of a scan's first looks: newly failed, and newly absent from every page that carried it.
    /// Unconfirmed ones have had their first observation and need no second look; what continues after a change of template is no news.
    /// </summary>
    public static IReadOnlyList<Candidate> Of(SolutionState before, ScanObservations scan)
    {
        var matching = TemplateMatching.Of(before, scan);
        IEnumerable<Candidate> failed =
            from fingerprint in scan.Pages.Values.SelectMany(p => p.First.Failed.Keys).Distinct()
            where before.Findings.GetValueOrDefault(fingerprint)?.Over ?? true
            where matching.PredecessorOf(fingerprint) is null
            select new Candidate(fingerprint, [.. scan.Pages.Values.Where(p => p.First.Failed.ContainsKey(fingerprint)).Select(p => p.Key)]);
        IEnumerable<Candidate> absent =
            from pair in before.Findings
            where pair.Value.Row.Open && scan.Regulation.Requires(pair.Value.Row.Criteria) && matching.SuccessorOf(pair.Key) is null
            let evidence = FindingEvidence.Of(pair.Key, pair.Value, scan)
            let audited = evidence.Carriers.Where(c => c.StillAudited).ToArray()
            where !evidence.Seen && audited.Length > 0 && audited.All(c => c.Verdict is CarrierVerdict.Absent)
            select new Candidate(pair.Key, [.. audited.Select(c => c.Occurrence.RowKey)]);
        return [.. failed.Concat(absent).OrderBy(c => c.Fingerprint, StringComparer.Ordinal)];
    }
}
