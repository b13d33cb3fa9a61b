using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;

namespace Monitor.Functions.Api.Declarations;

/// <summary>Declarations over HTTP.</summary>
public sealed class DeclarationFunctions(Door door, DeclarationEndpoints declarations)
{
    /// <summary>What is declared now.</summary>
    [Function("ApiDeclarationsList")]
    public Task<Answer> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Declarations)] HttpRequest request, string orgNumber) =>
        door.ApiAsync(request, Demand.Agency(orgNumber), ById.Agency(orgNumber, (id, _) => declarations.ListAsync(request, id)));

    /// <summary>What is declared now about one obligation.</summary>
    [Function("ApiDeclarationsGet")]
    public Task<Answer> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Declaration)] HttpRequest request, string orgNumber, string obligation) =>
        door.ApiAsync(request, Demand.Agency(orgNumber), ById.Agency(orgNumber, (id, _) => declarations.GetAsync(request, id, obligation)));

    /// <summary>What was declared about one obligation before.</summary>
    [Function("ApiDeclarationsHistory")]
    public Task<Answer> History(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.DeclarationHistory)] HttpRequest request, string orgNumber, string obligation) =>
        door.ApiAsync(request, Demand.Agency(orgNumber), ById.Agency(orgNumber, (id, _) => declarations.HistoryAsync(request, id, obligation)));

    /// <summary>Declares.</summary>
    [Function("ApiDeclarationsPut")]
    public Task<Answer> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = ApiRoutes.Declaration)] HttpRequest request, string orgNumber, string obligation) =>
        door.ApiAsync(request, Demand.Agency(orgNumber), ById.Agency(orgNumber, (id, caller) => declarations.PutAsync(request, id, obligation, caller)));
}
