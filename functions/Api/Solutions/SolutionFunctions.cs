using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;

namespace Monitor.Functions.Api.Solutions;

/// <summary>Solutions over HTTP.</summary>
public sealed class SolutionFunctions(Door door, SolutionEndpoints solutions)
{
    /// <summary>An agency's solutions.</summary>
    [Function("ApiSolutionsList")]
    public Task<Answer> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.AgencySolutions)] HttpRequest request, string orgNumber) =>
        door.ApiAsync(request, Demand.Agency(orgNumber), ById.Agency(orgNumber, (id, _) => solutions.ListAsync(request, id)));

    /// <summary>Registers one.</summary>
    [Function("ApiSolutionsRegister")]
    public Task<Answer> Register([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ApiRoutes.AgencySolutions)] HttpRequest request, string orgNumber) =>
        door.ApiAsync(request, Demand.Supervisor, ById.Agency(orgNumber, (id, caller) => solutions.RegisterAsync(request, id, caller)));

    /// <summary>One solution.</summary>
    [Function("ApiSolutionsGet")]
    public Task<Answer> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Solution)] HttpRequest request, string solution) =>
        door.ApiAsync(request, Demand.Agency(solution), ById.Solution(solution, (id, _) => solutions.GetAsync(request, id)));

    /// <summary>Changes it.</summary>
    [Function("ApiSolutionsPut")]
    public Task<Answer> Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = ApiRoutes.Solution)] HttpRequest request, string solution) =>
        door.ApiAsync(request, Demand.Supervisor, ById.Solution(solution, (id, caller) => solutions.PutAsync(request, id, caller)));

    /// <summary>Deregisters it.</summary>
    [Function("ApiSolutionsDeregister")]
    public Task<Answer> Deregister([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = ApiRoutes.Solution)] HttpRequest request, string solution) =>
        door.ApiAsync(request, Demand.Supervisor, ById.Solution(solution, (id, caller) => solutions.DeregisterAsync(request, id, caller)));
}
