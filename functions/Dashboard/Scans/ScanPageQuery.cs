using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.Scans;

/// <summary>Reads a scan's page: the row, the frozen result, and the pages as they come in.</summary>
public sealed class ScanPageQuery(
    ITable<AgencyRow> agencies, ITable<SolutionRow> solutions, ITable<ScanRow> scans, ITable<PageRow> pages, IBlobs blobs, IRuleTexts texts)
{
    private const int PagesPerPage = 50;

    /// <summary>The page; null when there is no such scan.</summary>
    /// <param name="id">The scan.</param>
    /// <param name="page">Which page of the list of pages, from 1.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ScanPageModel?> RunAsync(ScanId id, int page, CancellationToken cancellation)
    {
        if (await scans.FindAsync(id.Solution.ToString(), id.ToString(), cancellation) is not { } scan
            || await solutions.FindAsync(id.Agency.Value, id.Solution.ToString(), cancellation) is not { } solution
            || await agencies.FindAsync(AgencyRow.Partition, id.Agency.Value, cancellation) is not { } agency)
            return null;

        List<PageRow> looks = [];
        await foreach (PageRow look in pages.ReadAsync(id.ToString(), "", cancellation))
        {
            if (!look.SecondLook)
                looks.Add(look);
        }
        // The random part is shown apart (WCAG-EM step 3); in each part what needs explaining comes first.
        PageRow[] ordered = [.. looks.OrderBy(p => p.Kind == PageKind.Random).ThenBy(p => p.Status == PageStatus.Audited).ThenBy(p => p.Kind).ThenBy(p => p.Url, StringComparer.Ordinal)];
        // A failed scan's result says nothing about the site: shown as figures, it would look clean.
        ScanResult? result = scan.Status == ScanStatus.Failed ? null : await blobs.ReadResultAsync(id, cancellation);
        return new ScanPageModel(agency, solution, scan, result, looks.Count(p => p.Done), Slice.Of(ordered, page, PagesPerPage), TextsOf(result));
    }

    private Dictionary<string, LocalizedText> TextsOf(ScanResult? result)
    {
        Dictionary<string, LocalizedText> known = new(StringComparer.Ordinal);
        foreach (ScanResultFinding finding in result?.Findings ?? [])
        {
            if (texts.Find(finding.Check, finding.Rule) is { } text)
                known[finding.Rule] = text;
        }
        return known;
    }
}
