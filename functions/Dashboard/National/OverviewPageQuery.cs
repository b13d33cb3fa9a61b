using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.National;

/// <summary>Reads the overview: one blob, made anew every minute.</summary>
public sealed class OverviewPageQuery(IBlobs blobs)
{
    private const int SolutionsPerPage = 50;

    /// <summary>The overview; its figures are null before the first was made.</summary>
    public async Task<OverviewModel> RunAsync(int page, CancellationToken cancellation)
    {
        if (await blobs.ReadOverviewAsync(cancellation) is not { } overview)
            return new OverviewModel(null, Slice.Of<OverviewSolution>([], 1, SolutionsPerPage));
        OverviewSolution[] ordered =
        [
            .. overview.Solutions
                .OrderByDescending(s => s.LastScan?.NewFindings ?? 0)
                .ThenByDescending(s => s.LastScan?.OpenFindings ?? 0),
        ];
        return new OverviewModel(overview.Statistics, Slice.Of(ordered, page, SolutionsPerPage));
    }
}

/// <summary>The overview.</summary>
/// <param name="Statistics">The totals; null before the first were made.</param>
/// <param name="Solutions">One page of the solutions, those with most new findings first.</param>
public sealed record OverviewModel(Statistics? Statistics, Slice<OverviewSolution> Solutions);
