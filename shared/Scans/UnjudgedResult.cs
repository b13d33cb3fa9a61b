using Monitor.Shared.Regulations;

namespace Monitor.Shared.Scans;

/// <summary>The result of a scan that ended without being judged: failed, why, and the pages known by then. Every criterion is untested.</summary>
/// <remarks>Made from rows alone: what made the scan fail may be a blob that cannot be read, or a regulation that is unknown.</remarks>
internal static class UnjudgedResult
{
    /// <summary>The result.</summary>
    /// <param name="ended">The scan as it ended.</param>
    /// <param name="looks">Its page rows.</param>
    public static ScanResult Of(ScanRow ended, IEnumerable<PageRow> looks)
    {
        ScanResultPage[] pages =
        [
            .. looks.Where(l => !l.SecondLook)
                .OrderBy(l => l.Kind).ThenBy(l => l.Url, StringComparer.Ordinal)
                .Select(Page),
        ];
        IReadOnlyList<ScanResultCriterion> criteria =
            RegulationCatalogue.Find(ended.Regulation) is { } regulation ? ResultCriteria.Of([], regulation) : [];
        return new ScanResult(
            ScanResult.SchemaId,
            new ScanResultSolution(ended.Url),
            new ScanResultScan(
                ended.RowKey, ended.StartedAt ?? ended.CreatedAt, ended.FinishedAt ?? ended.LastProgressAt, ended.Status, ended.Reason,
                ended.Regulation, [], null, ended.Seed, pages.Length),
            pages,
            [],
            criteria,
            new ScanResultSummary(PagesAudited: 0, Findings: 0, FindingsCantTell: 0, CriteriaFailed: 0, CriteriaTested: 0, criteria.Count));
    }

    private static ScanResultPage Page(PageRow look) => new(
        look.Url, look.FinalUrl, look.Title, look.Done ? look.Status : PageStatus.Failed, look.Done ? look.Reason : PageReasons.Stopped,
        look.HttpStatus, look.DurationMs, look.Kind);
}
