using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Monitor.Stubs.Registries;

/// <summary>
/// The national registries on one loopback port, each below a path of its own, answering from samples.
/// A registry can be told to fail; every request is kept for a test to look at.
/// </summary>
public sealed class StubRegistries : IAsyncDisposable
{
    private static readonly Dictionary<StubRegistry, Func<StubRequest, ISampleSource, StubAnswer>> Answers = new()
    {
        [StubRegistry.Enhetsregisteret] = UnitStub.Answer,
        [StubRegistry.OrganizationCatalog] = OrganizationStub.Answer,
        [StubRegistry.Sparql] = SparqlStub.Answer,
        [StubRegistry.Search] = SearchStub.Answer,
    };

    private readonly WebApplication server;
    private readonly ISampleSource samples;
    private readonly ConcurrentDictionary<StubRegistry, FailurePlan> failures = new();
    private readonly ConcurrentQueue<StubRequest> requests = new();
    private readonly SemaphoreSlim arrived = new(0);

    private StubRegistries(WebApplication server, ISampleSource samples)
    {
        this.server = server;
        this.samples = samples;
    }

    /// <summary>Every request so far, in order.</summary>
    public IReadOnlyList<StubRequest> Requests => [.. requests];

    /// <summary>The settings that lead Monitor to the stub.</summary>
    public IReadOnlyDictionary<string, string?> Settings =>
        Answers.Keys.ToDictionary(r => $"Monitor:Registries:{r}:BaseAddress", r => (string?)BaseAddress(r).ToString());

    /// <summary>Starts the stub.</summary>
    /// <param name="address">The loopback address to listen on; null for 127.0.0.1.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="samples">What it answers with; null for our own samples.</param>
    /// <param name="cancellation">Cancels the start.</param>
    public static async Task<StubRegistries> StartAsync(
        IPAddress? address = null, int port = 0, ISampleSource? samples = null, CancellationToken cancellation = default)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(address ?? IPAddress.Loopback, port));
        // A hanging answer must not hold up the end of a test.
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        var stub = new StubRegistries(builder.Build(), samples ?? new EmbeddedSamples());
        stub.server.Run(stub.AnswerAsync);
        await stub.server.StartAsync(cancellation);
        return stub;
    }

    /// <summary>Where one registry is found.</summary>
    public Uri BaseAddress(StubRegistry registry) => new($"{server.Urls.First()}/{registry}");

    /// <summary>Lets a registry fail from now on, or only for some requests.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="failure">How it fails.</param>
    /// <param name="times">After this many failures it is well again.</param>
    /// <param name="retryAfter">What 429 says in <c>Retry-After</c>.</param>
    public void Fail(StubRegistry registry, StubFailure failure, int times = int.MaxValue, string retryAfter = "0") =>
        failures[registry] = new FailurePlan(failure, times, retryAfter);

    /// <summary>Makes a registry well again.</summary>
    public void Heal(StubRegistry registry) => failures.TryRemove(registry, out _);

    /// <summary>Completes when one more request has come in: what a test waits for where the stub will not answer.</summary>
    public Task RequestArrivedAsync(CancellationToken cancellation) => arrived.WaitAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        arrived.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        string[] path = (context.Request.Path.Value ?? "").Split('/', 3);
        if (path.Length < 2 || !Enum.TryParse(path[1], out StubRegistry registry))
        {
            context.Response.StatusCode = 404;
            return;
        }

        StubRequest request = await ReadAsync(context.Request, registry, path.Length > 2 ? "/" + path[2] : "/");
        requests.Enqueue(request);
        arrived.Release();
        StubAnswer answer = Answers[registry](request, samples);
        if (failures.TryGetValue(registry, out FailurePlan? plan) && plan.Take())
            await FailureWriter.WriteAsync(context, plan.Failure, plan.RetryAfter, answer);
        else
            await FailureWriter.WriteAsync(context.Response, answer);
    }

    private static async Task<StubRequest> ReadAsync(HttpRequest request, StubRegistry registry, string path)
    {
        using var body = new StreamReader(request.Body);
        return new StubRequest(
            registry, request.Method, path + request.QueryString.Value, request.Headers.Accept.ToString(),
            request.Headers.UserAgent.ToString(), request.ContentType ?? "", await body.ReadToEndAsync(request.HttpContext.RequestAborted));
    }

    private sealed class FailurePlan(StubFailure failure, int times, string retryAfter)
    {
        private int left = times;

        public StubFailure Failure => failure;

        public string RetryAfter => retryAfter;

        public bool Take() => Interlocked.Decrement(ref left) >= 0;
    }
}
