using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;

namespace Monitor.Shared.Scans;

/// <summary>Makes a scan's result from its pages' audits: one cause, one finding. Pure, and the same in command line and service.</summary>
public static class ScanResultBuilder
{
    /// <summary>Builds the result. Rules that rest on no criterion of the regulation are left out.</summary>
    /// <param name="solutionUrl">The start URL.</param>
    /// <param name="scan">When and how.</param>
    /// <param name="regulation">Which criteria count.</param>
    /// <param name="pages">Each page of the sample with what was observed, in sample order.</param>
    public static ScanResult Build(
        string solutionUrl, ScanResultScan scan, Regulation regulation, IReadOnlyList<(SamplePage Page, PageAudit Audit)> pages)
    {
        PageAudit[] audited = [.. pages.Select(p => p.Audit).Where(a => a.Status == PageStatus.Audited)];
        IReadOnlyList<ScanResultFinding> findings = ResultFindings.Of(audited, regulation);
        IReadOnlyList<ScanResultCriterion> criteria = ResultCriteria.Of(audited, regulation);
        return new ScanResult(
            ScanResult.SchemaId,
            new ScanResultSolution(solutionUrl),
            scan,
            [.. pages.Select(p => Page(p.Page, p.Audit))],
            findings,
            criteria,
            new ScanResultSummary(
                audited.Length,
                findings.Count(f => f.Outcome == Outcome.Failed),
                findings.Count(f => f.Outcome == Outcome.CantTell),
                criteria.Count(c => c.Outcome == Outcome.Failed),
                criteria.Count(c => c.Outcome != Outcome.Untested),
                criteria.Count)
            {
                OnlyAtRandom = RandomPart.OnlyThere(pages, regulation),
            });
    }

    private static ScanResultPage Page(SamplePage page, PageAudit audit) =>
        new(page.Url, audit.FinalUrl, audit.Title, audit.Status, audit.Reason, audit.HttpStatus, audit.DurationMs, page.Kind);
}
