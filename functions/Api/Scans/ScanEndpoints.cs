using Microsoft.AspNetCore.Http;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Scans;

/// <summary>Ordering, following and stopping scans.</summary>
public sealed class ScanEndpoints(
    ITable<SolutionRow> solutions, ITable<ScanRow> scans, ScanOrders orders, ScanQuota quota, AuditLog audit)
{
    /// <summary>A solution's scans, newest first.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, SolutionId solution)
    {
        if (await solutions.FindAsync(solution, request.HttpContext.RequestAborted) is null)
            return new ProblemResult(Problems.NotFound);
        return await Paging.ListAsync(
            request,
            page => scans.PageAsync(solution.ToString(), "", page.Limit, page.Token, request.HttpContext.RequestAborted),
            _ => true,
            ScanView.Of);
    }

    /// <summary>Orders a scan. One that runs already is answered with instead, and uses up nothing of the quota.</summary>
    public async Task<IResult> OrderAsync(HttpRequest request, SolutionId solution, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await solutions.FindAsync(solution, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);
        if (row.ActiveScan is null && await quota.MustWaitAsync(solution, caller, cancellation) is { } wait)
            return new ProblemResult(Problems.ScanQuota) { RetryAfter = wait };
        if (await orders.OrderAsync(solution, caller.KeyId, cancellation) is not { } scan)
            return new ProblemResult(Problems.SolutionDeregistered);
        if (scan.RowKey != row.ActiveScan)
            await audit.WriteAsync(caller.KeyId, "scan.ordered", scan.RowKey, null, cancellation);
        return new JsonAnswer(ScanView.Of(scan)) { Status = StatusCodes.Status202Accepted, Location = $"/{ApiRoutes.Scans}/{scan.RowKey}", Tag = EntityTag.Of(scan) };
    }

    /// <summary>One scan.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, ScanId scan) =>
        await scans.FindAsync(scan, request.HttpContext.RequestAborted) is { } row
            ? new JsonAnswer(ScanView.Of(row)) { Tag = EntityTag.Of(row) }
            : new ProblemResult(Problems.NotFound);

    /// <summary>Asks a scan to stop. One that has ended stays as it is: stopping it again is no error.</summary>
    public async Task<IResult> StopAsync(HttpRequest request, ScanId scan, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await orders.StopAsync(scan, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);
        await audit.WriteAsync(caller.KeyId, "scan.stopped", scan.ToString(), null, cancellation);
        return new JsonAnswer(ScanView.Of(row)) { Status = StatusCodes.Status202Accepted, Tag = EntityTag.Of(row) };
    }
}
