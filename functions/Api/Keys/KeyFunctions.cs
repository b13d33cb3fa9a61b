using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;

namespace Monitor.Functions.Api.Keys;

/// <summary>Keys over HTTP.</summary>
public sealed class KeyFunctions(Door door, KeyEndpoints keys)
{
    /// <summary>All keys.</summary>
    [Function("ApiKeysList")]
    public Task<Answer> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Keys)] HttpRequest request) =>
        door.ApiAsync(request, Demand.Supervisor, _ => keys.ListAsync(request));

    /// <summary>Makes one.</summary>
    [Function("ApiKeysCreate")]
    public Task<Answer> Create([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ApiRoutes.Keys)] HttpRequest request) =>
        door.ApiAsync(request, Demand.Supervisor, caller => keys.CreateAsync(request, caller));

    /// <summary>One.</summary>
    [Function("ApiKeysGet")]
    public Task<Answer> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Key)] HttpRequest request, string keyId) =>
        door.ApiAsync(request, Demand.Supervisor, _ => keys.GetAsync(request, keyId));

    /// <summary>Takes one back.</summary>
    [Function("ApiKeysRevoke")]
    public Task<Answer> Revoke([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = ApiRoutes.Key)] HttpRequest request, string keyId) =>
        door.ApiAsync(request, Demand.Supervisor, caller => keys.RevokeAsync(request, keyId, caller));
}
