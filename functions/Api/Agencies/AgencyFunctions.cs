using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;

namespace Monitor.Functions.Api.Agencies;

/// <summary>Agencies over HTTP.</summary>
public sealed class AgencyFunctions(Door door, AgencyEndpoints agencies)
{
    /// <summary>Those the caller may see.</summary>
    [Function("ApiAgenciesList")]
    public Task<Answer> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Agencies)] HttpRequest request) =>
        door.ApiAsync(request, Demand.AnyKey, caller => agencies.ListAsync(request, caller));

    /// <summary>Registers one.</summary>
    [Function("ApiAgenciesRegister")]
    public Task<Answer> Register([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ApiRoutes.Agencies)] HttpRequest request) =>
        door.ApiAsync(request, Demand.Supervisor, caller => agencies.RegisterAsync(request, caller));

    /// <summary>One agency.</summary>
    [Function("ApiAgenciesGet")]
    public Task<Answer> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Agency)] HttpRequest request, string orgNumber) =>
        door.ApiAsync(request, Demand.Agency(orgNumber), ById.Agency(orgNumber, (id, _) => agencies.GetAsync(request, id)));

    /// <summary>Changes it.</summary>
    [Function("ApiAgenciesPut")]
    public Task<Answer> Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = ApiRoutes.Agency)] HttpRequest request, string orgNumber) =>
        door.ApiAsync(request, Demand.Supervisor, ById.Agency(orgNumber, (id, caller) => agencies.PutAsync(request, id, caller)));

    /// <summary>Deregisters it.</summary>
    [Function("ApiAgenciesDeregister")]
    public Task<Answer> Deregister([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = ApiRoutes.Agency)] HttpRequest request, string orgNumber) =>
        door.ApiAsync(request, Demand.Supervisor, ById.Agency(orgNumber, (id, caller) => agencies.DeregisterAsync(request, id, caller)));

    /// <summary>Erases it.</summary>
    [Function("ApiAgenciesErase")]
    public Task<Answer> Erase([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ApiRoutes.Erase)] HttpRequest request, string orgNumber) =>
        door.ApiAsync(request, Demand.Supervisor, ById.Agency(orgNumber, (id, caller) => agencies.EraseAsync(request, id, caller)));
}
