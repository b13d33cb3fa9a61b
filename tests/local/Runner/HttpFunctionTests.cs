using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Local.Runner;
using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>HTTP functions are served as their attributes say.</summary>
public sealed class HttpFunctionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/things/991825827", "thing 991825827")]
    [InlineData("GET", "/things/991825827?q=1", "thing 991825827")]
    [InlineData("DELETE", "/things/991825827", "deleted 991825827")]
    [InlineData("GET", "/action", "action")]
    [InlineData("GET", "/NoRoute", "GET")]
    [InlineData("PATCH", "/NoRoute", "PATCH")]
    public async Task A_request_reaches_its_function(string method, string path, string body)
    {
        (HttpStatusCode status, string text) = await AskAsync(method, path);

        Assert.Equal((HttpStatusCode.OK, body), (status, text));
    }

    [Theory]
    [InlineData("GET", "/things/99182582", HttpStatusCode.NotFound)]
    [InlineData("GET", "/things/abc", HttpStatusCode.NotFound)]
    [InlineData("GET", "/things", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/things/991825827", HttpStatusCode.NotFound)]
    [InlineData("POST", "/things/991825827", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/nothing", HttpStatusCode.InternalServerError)]
    public async Task A_request_that_no_function_asked_for_reaches_none(string method, string path, HttpStatusCode expected)
    {
        (HttpStatusCode status, _) = await AskAsync(method, path);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task A_prefix_stands_before_every_route()
    {
        Assert.Equal((HttpStatusCode.OK, "thing 991825827"), await AskAsync("GET", "/api/things/991825827", "api"));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("GET", "/things/991825827", "api")).Status);
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(string method, string path, string prefix = "")
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddMvcCore();
        builder.Services.AddScoped<Greeting>();
        await using WebApplication app = builder.Build();
        app.MapHttpFunctions([typeof(ThingFunctions)], prefix);
        await app.StartAsync(Cancellation);

        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private sealed class Greeting
    {
        private int greeted;

        public string Of(string what) => ++greeted == 1 ? what : "The scope is not this request's own.";
    }

    private sealed class ThingFunctions(Greeting greeting)
    {
        [Function("GetThing")]
        public Task<IResult> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{number:regex(^[0-9]{{9}}$)}")] HttpRequest request, string number, CancellationToken cancellation)
        {
            Assert.Equal(request.HttpContext.RequestAborted, cancellation);
            return Task.FromResult(Results.Text(greeting.Of($"thing {number}")));
        }

        [Function("DeleteThing")]
        public IResult Delete([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "things/{number}")] HttpRequest request, string number) =>
            Results.Text(greeting.Of($"deleted {number}{request.QueryString}"));

        [Function("Action")]
        public static Task<IActionResult> Action([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "action")] HttpRequest request) =>
            Task.FromResult<IActionResult>(new ContentResult { Content = request.Path.Value![1..] });

        [Function("NoRoute")]
        public static Task<IResult> NoRoute([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Task.FromResult(Results.Text(request.Method));

        [Function("Nothing")]
        public static Task Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nothing")] HttpRequest request) => Task.FromResult(request.Path.HasValue).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
