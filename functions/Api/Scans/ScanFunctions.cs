using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;

namespace Monitor.Functions.Api.Scans;

/// <summary>Scans over HTTP.</summary>
public sealed class ScanFunctions(Door door, ScanEndpoints scans, ScanResultEndpoints results)
{
    /// <summary>A solution's scans.</summary>
    [Function("ApiScansList")]
    public Task<Answer> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.SolutionScans)] HttpRequest request, string solution) =>
        door.ApiAsync(request, Demand.Agency(solution), ById.Solution(solution, (id, _) => scans.ListAsync(request, id)));

    /// <summary>Orders one.</summary>
    [Function("ApiScansOrder")]
    public Task<Answer> Order([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ApiRoutes.SolutionScans)] HttpRequest request, string solution) =>
        door.ApiAsync(request, Demand.Agency(solution), ById.Solution(solution, (id, caller) => scans.OrderAsync(request, id, caller)));

    /// <summary>One scan.</summary>
    [Function("ApiScansGet")]
    public Task<Answer> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Scan)] HttpRequest request, string scan) =>
        door.ApiAsync(request, Demand.Agency(scan), ById.Scan(scan, (id, _) => scans.GetAsync(request, id)));

    /// <summary>Stops it.</summary>
    [Function("ApiScansStop")]
    public Task<Answer> Stop([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = ApiRoutes.Scan)] HttpRequest request, string scan) =>
        door.ApiAsync(request, Demand.Supervisor, ById.Scan(scan, (id, caller) => scans.StopAsync(request, id, caller)));

    /// <summary>Its pages.</summary>
    [Function("ApiScansPages")]
    public Task<Answer> Pages([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.ScanPages)] HttpRequest request, string scan) =>
        door.ApiAsync(request, Demand.Agency(scan), ById.Scan(scan, (id, _) => results.PagesAsync(request, id)));

    /// <summary>Its findings.</summary>
    [Function("ApiScansFindings")]
    public Task<Answer> Findings([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.ScanFindings)] HttpRequest request, string scan) =>
        door.ApiAsync(request, Demand.Agency(scan), ById.Scan(scan, (id, _) => results.FindingsAsync(request, id)));
}
