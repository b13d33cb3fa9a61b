using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Dashboard.Scans;

/// <summary>A scan's page, and stopping it.</summary>
public sealed class ScanFunctions(Front front, ScanPageQuery query, ScanOrders orders, AuditLog audit)
{
    /// <summary>The page.</summary>
    [Function(nameof(ShowScan))]
    public Task<Answer> ShowScan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Scan)] HttpRequest request, string language, string scan) =>
        front.PageAsync(request, language, Demand.Agency(scan), async page =>
            ScanId.TryParse(scan, null, out ScanId id) && await query.RunAsync(id, request.PageNumber(), request.HttpContext.RequestAborted) is { } model
                ? Render.Page<ScanPage, ScanPageModel>(page, model)
                : front.NotFound(request, page));

    /// <summary>Stops it.</summary>
    [Function(nameof(StopScan))]
    public Task<Answer> StopScan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.StopScan)] HttpRequest request, string language, string scan) =>
        front.FormAsync(request, language, Demand.Supervisor, async (page, _) =>
        {
            if (!ScanId.TryParse(scan, null, out ScanId id) || await orders.StopAsync(id, request.HttpContext.RequestAborted) is null)
                return front.NotFound(request, page);
            await audit.WriteAsync(page.Caller!.KeyId, "scan.stopped", scan, null, request.HttpContext.RequestAborted);
            return Render.SeeOther(page.P.Scan(id), "scanStopped");
        });
}
