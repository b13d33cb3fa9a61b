using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Functions.Api.Scans;
using Monitor.Functions.Dashboard.Findings;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.Solutions;

/// <summary>A solution's pages and the buttons on them.</summary>
public sealed class SolutionFunctions(
    Front front, SolutionPageQuery query, SolutionRegister register, ITable<SolutionRow> solutions, ScanOrders orders, ScanQuota quota, AuditLog audit)
{
    /// <summary>The page.</summary>
    [Function(nameof(ShowSolution))]
    public Task<Answer> ShowSolution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Solution)] HttpRequest request, string language, string solution) =>
        front.PageAsync(request, language, Demand.Agency(solution), async page =>
        {
            FindingGroup? group = Enum.TryParse(request.Query["group"], out FindingGroup wanted) ? wanted : null;
            return await query.RunAsync(SolutionId.Parse(solution), group, request.PageNumber(), request.HttpContext.RequestAborted) is { } model
                ? Render.Page<SolutionPage, SolutionPageModel>(page, model)
                : front.NotFound(request, page);
        });

    /// <summary>All its scans.</summary>
    [Function(nameof(ShowScans))]
    public Task<Answer> ShowScans(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Scans)] HttpRequest request, string language, string solution) =>
        front.PageAsync(request, language, Demand.Agency(solution), async page =>
            await query.ScansAsync(SolutionId.Parse(solution), request.After(), request.HttpContext.RequestAborted) is { } model
                ? Render.Page<ScanListPage, ScanListModel>(page, model)
                : front.NotFound(request, page));

    /// <summary>Orders a scan; one that runs already is shown instead, and uses up nothing of an agency's quota.</summary>
    [Function(nameof(OrderScan))]
    public Task<Answer> OrderScan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ScanNow)] HttpRequest request, string language, string solution) =>
        front.FormAsync(request, language, Demand.Agency(solution), async (page, _) =>
        {
            CancellationToken cancellation = request.HttpContext.RequestAborted;
            var id = SolutionId.Parse(solution);
            if (await solutions.FindAsync(id.Agency.Value, solution, cancellation) is not { } row)
                return front.NotFound(request, page);
            if (row.ActiveScan is null && await quota.MustWaitAsync(id, page.Caller!, cancellation) is not null)
                return Render.SeeOther(page.P.Solution(id), "quotaUsed");
            if (await orders.OrderAsync(id, page.Caller!.KeyId, cancellation) is not { } scan)
                return front.NotFound(request, page);
            if (scan.RowKey != row.ActiveScan)
                await audit.WriteAsync(page.Caller.KeyId, "scan.ordered", scan.RowKey, null, cancellation);
            return Render.SeeOther(page.P.Scan(scan.Id), "scanOrdered");
        });

    /// <summary>Pauses scheduling.</summary>
    [Function(nameof(PauseSolution))]
    public Task<Answer> PauseSolution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Pause)] HttpRequest request, string language, string solution) =>
        SetPausedAsync(request, language, solution, paused: true);

    /// <summary>Takes scheduling up again.</summary>
    [Function(nameof(ResumeSolution))]
    public Task<Answer> ResumeSolution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Resume)] HttpRequest request, string language, string solution) =>
        SetPausedAsync(request, language, solution, paused: false);

    private Task<Answer> SetPausedAsync(HttpRequest request, string language, string solution, bool paused) =>
        front.FormAsync(request, language, Demand.Supervisor, async (page, _) =>
        {
            if (!SolutionId.TryParse(solution, null, out SolutionId id) || await register.PauseAsync(id, paused, request.HttpContext.RequestAborted) is null)
                return front.NotFound(request, page);
            await audit.WriteAsync(page.Caller!.KeyId, paused ? "solution.paused" : "solution.resumed", solution, null, request.HttpContext.RequestAborted);
            return Render.SeeOther(page.P.Solution(id), paused ? "paused" : "resumed");
        });
}
