using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Access;

/// <summary>Functions that show what the door does, with nothing of the product behind them.</summary>
public sealed class Probes(Door door, BrowserSessions sessions, IAntiforgery antiforgery)
{
    [Function("ProbeOpen")]
    public Task<Answer> Open([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/open")] HttpRequest request) =>
        door.OpenAsync(request, PublicRoutes.Health, () => Task.FromResult(Results.Text("open")));

    [Function("ProbeApi")]
    public Task<Answer> Api([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/api/{id}")] HttpRequest request, string id) =>
        door.ApiAsync(request, Demand.Agency(id), caller => Task.FromResult(Results.Text(caller.KeyId)));

    [Function("ProbeSupervisor")]
    public Task<Answer> Supervisor([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/supervisor")] HttpRequest request) =>
        door.ApiAsync(request, Demand.Supervisor, _ => Task.FromResult(Results.Text("supervisor")));

    [Function("ProbeNobody")]
    public Task<Answer> Nobody([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/nobody")] HttpRequest request) =>
        door.ApiAsync(request, default, _ => Task.FromResult(Results.Text("somebody")));

    [Function("ProbeBroken")]
    public Task<Answer> Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/broken")] HttpRequest request) =>
        door.ApiAsync(request, Demand.AnyKey, _ => throw new InvalidOperationException("secret detail"));

    [Function("ProbeBrokenWriting")]
    public Task<Answer> BrokenWriting([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/broken-writing")] HttpRequest request) =>
        door.ApiAsync(request, Demand.AnyKey, _ => Task.FromResult<IResult>(new BreaksWhenWritten()));

    [Function("ProbeBrokenPage")]
    public Task<Answer> BrokenPage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/broken-page")] HttpRequest request) =>
        door.PageAsync(request, Language.Nn, Demand.AnyKey, _ => throw new InvalidOperationException("secret detail"));

    [Function("ProbePage")]
    public Task<Answer> Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/page/{id}")] HttpRequest request, string id) =>
        door.PageAsync(request, Language.Nb, Demand.Agency(id), caller => Task.FromResult(Form(request.HttpContext, caller.Agency?.ToString() ?? "supervisor")));

    [Function("ProbeForm")]
    public Task<Answer> Post([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "probe/page/{id}")] HttpRequest request, string id) =>
        door.FormAsync(request, Language.Nb, Demand.Agency(id), (_, form) => Task.FromResult(Results.Text($"got {form["text"]}")));

    [Function("ProbeSignIn")]
    public Task<Answer> SignIn([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "probe/sign-in")] HttpRequest request) =>
        door.OpenAsync(request, PublicRoutes.SignIn, async () =>
        {
            SignInResult result = await sessions.SignInAsync(request.HttpContext, request.Headers["Probe-Key"]);
            return Results.Text($"{result.Outcome} {result.RetryAfter?.TotalMinutes}");
        });

    [Function("ProbeSignOut")]
    public Task<Answer> SignOut([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "probe/sign-out")] HttpRequest request) =>
        door.OpenAsync(request, PublicRoutes.SignIn, async () =>
        {
            await sessions.SignOutAsync(request.HttpContext);
            return Results.NoContent();
        });

    [Function("ProbeOpenForm")]
    public Task<Answer> OpenForm([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "probe/open-form")] HttpRequest request) =>
        door.OpenFormAsync(request, Language.En, PublicRoutes.SignIn, form => Task.FromResult(Results.Text($"got {form["text"]}")));

    [Function("ProbeOpenFormPage")]
    public Task<Answer> OpenFormPage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "probe/open-form")] HttpRequest request) =>
        door.OpenAsync(request, PublicRoutes.SignIn, () => Task.FromResult(Form(request.HttpContext, "")));

    private IResult Form(HttpContext context, string text)
    {
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(context);
        return Results.Content($"""<p>{text}</p><input name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""", "text/html");
    }

    private sealed class BreaksWhenWritten : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers["Probe-Half"] = "written";
            throw new InvalidOperationException("secret detail");
        }
    }
}
