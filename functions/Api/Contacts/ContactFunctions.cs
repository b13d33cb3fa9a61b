using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;

namespace Monitor.Functions.Api.Contacts;

/// <summary>Contacts over HTTP.</summary>
public sealed class ContactFunctions(Door door, ContactEndpoints contacts)
{
    /// <summary>The list.</summary>
    [Function("ApiContactsGet")]
    public Task<Answer> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Contacts)] HttpRequest request, string orgNumber) =>
        door.ApiAsync(request, Demand.Agency(orgNumber), ById.Agency(orgNumber, (id, _) => contacts.GetAsync(request, id)));

    /// <summary>Replaces it.</summary>
    [Function("ApiContactsPut")]
    public Task<Answer> Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = ApiRoutes.Contacts)] HttpRequest request, string orgNumber) =>
        door.ApiAsync(request, Demand.Agency(orgNumber), ById.Agency(orgNumber, (id, caller) => contacts.PutAsync(request, id, caller)));
}
