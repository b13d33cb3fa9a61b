using System.Globalization;
using Microsoft.AspNetCore.Http;
using Monitor.Functions.Http;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Scans;

/// <summary>What a scan looked at, and its frozen result.</summary>
public sealed class ScanResultEndpoints(ITable<ScanRow> scans, ITable<PageRow> pages, IBlobs blobs)
{
    /// <summary>Its pages, each look apart.</summary>
    public async Task<IResult> PagesAsync(HttpRequest request, ScanId scan)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await scans.FindAsync(scan, cancellation) is null)
            return new ProblemResult(Problems.NotFound);
        return await Paging.ListAsync(
            request, page => pages.PageAsync(scan.ToString(), "", page.Limit, page.Token, cancellation), _ => true, PageView.Of);
    }

    /// <summary>The findings as <c>monitor.scan/1</c> has them; none before the scan has ended, and never without how it stands.</summary>
    public async Task<IResult> FindingsAsync(HttpRequest request, ScanId scan)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (!Paging.TryRead(request, out Paging? paging, out IResult? refusal))
            return refusal;
        int start = 0;
        if (paging.Token is { } token && (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start) || start == 0))
            return Paging.TokenRefused;
        if (await scans.FindAsync(scan, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);

        IReadOnlyList<ScanResultFinding> findings = row.Ended ? (await blobs.ReadResultAsync(scan, cancellation))?.Findings ?? [] : [];
        if (start > findings.Count)
            return Paging.TokenRefused;
        int end = Math.Min(start + paging.Limit, findings.Count);
        return Paging.List(
            request,
            new ScanFindingsView([.. findings.Take(start..end)], row.Id, row.Status, row.Reason, ScanSummaryView.Of(row)),
            end < findings.Count ? end.ToString(CultureInfo.InvariantCulture) : null);
    }
}
