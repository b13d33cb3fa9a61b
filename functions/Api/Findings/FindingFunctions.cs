using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;

namespace Monitor.Functions.Api.Findings;

/// <summary>Findings over HTTP.</summary>
public sealed class FindingFunctions(Door door, FindingEndpoints findings, SetAsideEndpoints setAside)
{
    /// <summary>An agency's findings.</summary>
    [Function("ApiFindingsList")]
    public Task<Answer> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.AgencyFindings)] HttpRequest request, string orgNumber) =>
        door.ApiAsync(request, Demand.Agency(orgNumber), ById.Agency(orgNumber, (id, _) => findings.ListAsync(request, id)));

    /// <summary>One finding.</summary>
    [Function("ApiFindingsGet")]
    public Task<Answer> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Finding)] HttpRequest request, string solution, string fingerprint) =>
        door.ApiAsync(request, Demand.Agency(solution), ById.Solution(solution, (id, _) => findings.GetAsync(request, id, fingerprint)));

    /// <summary>A screenshot of it.</summary>
    [Function("ApiFindingsEvidence")]
    public Task<Answer> Evidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Evidence)] HttpRequest request, string solution, string fingerprint, string name) =>
        door.ApiAsync(request, Demand.Agency(solution), ById.Solution(solution, (id, _) => findings.EvidenceAsync(request, id, fingerprint, name)));

    /// <summary>Sets it aside, or asks for it.</summary>
    [Function("ApiFindingsSetAside")]
    public Task<Answer> SetAside(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = ApiRoutes.SetAside)] HttpRequest request, string solution, string fingerprint) =>
        door.ApiAsync(request, Demand.Agency(solution), ById.Solution(solution, (id, caller) => setAside.PutAsync(request, id, fingerprint, caller)));

    /// <summary>Takes it in again.</summary>
    [Function("ApiFindingsTakeIn")]
    public Task<Answer> TakeIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = ApiRoutes.SetAside)] HttpRequest request, string solution, string fingerprint) =>
        door.ApiAsync(request, Demand.Supervisor, ById.Solution(solution, (id, caller) => setAside.DeleteAsync(request, id, fingerprint, caller)));
}
