using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Functions.Http;

namespace Monitor.Functions.Api.Description;

/// <summary>What the API tells about itself to anybody.</summary>
public sealed class DescriptionFunctions(Door door)
{
    /// <summary>Whether the process lives; it reads nothing, so that a storage outage does not restart it.</summary>
    [Function("ApiHealth")]
    public Task<Answer> Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Health)] HttpRequest request) =>
        door.OpenAsync(request, PublicRoutes.Health, () => Task.FromResult<IResult>(new JsonAnswer(new HealthView("ok"))));

    /// <summary>The API's description, OpenAPI 3.1.</summary>
    [Function("ApiDescription")]
    public Task<Answer> OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.OpenApi)] HttpRequest request) =>
        door.OpenAsync(request, PublicRoutes.OpenApi, () => Task.FromResult<IResult>(new JsonAnswer(OpenApiDocument.Document)));
}

/// <summary>That the process lives.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
public sealed record HealthView(string Status);
