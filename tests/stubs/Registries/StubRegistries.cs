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
    /// <summary>The key that Doffin takes here.</summary>
    public const string DoffinKey = "stub-subscription";

    private const string SmlZone = "sml.stub.example";
    private static readonly string[] KeyHeaders = ["Ocp-Apim-Subscription-Key", "API-KEY"];

    private static readonly Dictionary<StubRegistry, Func<StubRequest, ISampleSource, StubAnswer>> Answers = new()
    {
        [StubRegistry.Enhetsregisteret] = UnitStub.Answer,
        [StubRegistry.OrganizationCatalog] = OrganizationStub.Answer,
        [StubRegistry.Sparql] = SparqlStub.Answer,
        [StubRegistry.Search] = SearchStub.Answer,
        [StubRegistry.Resources] = ResourceStub.Answer,
        [StubRegistry.MetadataQuality] = QualityStub.Answer,
        [StubRegistry.EInnsyn] = EInnsynStub.Answer,
        [StubRegistry.Geonorge] = GeonorgeStub.Answer,
        [StubRegistry.Doffin] = DoffinStub.Answer,
        [StubRegistry.PeppolDirectory] = PeppolStub.Directory,
        [StubRegistry.Peppol] = PeppolStub.Provider,
        [StubRegistry.Statements] = LinkStub.Statement,
        [StubRegistry.Links] = LinkStub.Answer,
    };

    private readonly WebApplication server;
    private readonly ISampleSource samples;
    private readonly ConcurrentDictionary<StubRegistry, FailurePlan> failures = new();
    private readonly ConcurrentQueue<StubRequest> requests = new();
    private readonly SemaphoreSlim arrived = new(0);
    private readonly CancellationTokenSource ending = new();

    private readonly ConcurrentDictionary<StubRegistry, StubRateLimit> limits = new();
    private readonly TimeProvider clock;
    private readonly StubDns dns;

    private StubRegistries(WebApplication server, ISampleSource samples, IPAddress address, TimeProvider clock)
    {
        this.server = server;
        this.samples = samples;
        this.clock = clock;
        dns = new StubDns(
            address, name => samples.Find(StubRegistry.Sml, name) is not null || Participants.Value.Contains(name),
            () => BaseAddress(StubRegistry.Peppol).ToString(),
            () => failures.TryGetValue(StubRegistry.Sml, out FailurePlan? plan) && plan.Take() ? plan.Failure : null,
            name =>
            {
                requests.Enqueue(new StubRequest(StubRegistry.Sml, "NAPTR", name, "", "", "", ""));
                arrived.Release();
            });
    }

    private Lazy<IReadOnlySet<string>> Participants => field ??= new Lazy<IReadOnlySet<string>>(() => StubAgencies.All
        .Where(a => samples.Find(StubRegistry.Peppol, a.OrgNumber) is not null)
        .Select(a => ParticipantName(a.OrgNumber))
        .ToHashSet());

    /// <summary>Every request so far, in order.</summary>
    public IReadOnlyList<StubRequest> Requests => [.. requests];

    /// <summary>The settings that lead Monitor to the stub.</summary>
    public IReadOnlyDictionary<string, string?> Settings =>
        Answers.Keys.ToDictionary(r => $"Monitor:Registries:{r}:BaseAddress", r => (string?)BaseAddress(r).ToString())
            .Append(KeyValuePair.Create("Monitor:Registries:Peppol:SmlZone", (string?)SmlZone))
            .Append(KeyValuePair.Create("Monitor:Registries:Peppol:DnsServer", (string?)dns.Address.ToString()))
            .Append(KeyValuePair.Create("Monitor:Registries:Doffin:SubscriptionKey", (string?)DoffinKey))
            // Where DNS and the catalogues lead is data: only what is named here is let through.
            .Append(KeyValuePair.Create("Monitor:Outbound:AllowedOrigins:registries", (string?)server.Urls.First()))
            .ToDictionary();

    /// <summary>Starts the stub.</summary>
    /// <param name="address">The loopback address to listen on; null for 127.0.0.1.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="samples">What it answers with; null for our own samples.</param>
    /// <param name="clock">The time that dates in answers are counted from; null for the system's.</param>
    /// <param name="cancellation">Cancels the start.</param>
    public static async Task<StubRegistries> StartAsync(
        IPAddress? address = null, int port = 0, ISampleSource? samples = null, TimeProvider? clock = null, CancellationToken cancellation = default)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(address ?? IPAddress.Loopback, port));
        // A hanging answer must not hold up the end of a test.
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        var stub = new StubRegistries(builder.Build(), samples ?? new EmbeddedSamples(), address ?? IPAddress.Loopback, clock ?? TimeProvider.System);
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

    /// <summary>Lets a registry take so many requests in any window and answer 429 beyond.</summary>
    public void Limit(StubRegistry registry, int requests, TimeSpan window) => limits[registry] = new StubRateLimit(requests, window, clock);

    /// <summary>Makes a registry well again.</summary>
    public void Heal(StubRegistry registry) => failures.TryRemove(registry, out _);

    /// <summary>Completes when one more request has come in: what a test waits for where the stub will not answer.</summary>
    public Task RequestArrivedAsync(CancellationToken cancellation) => arrived.WaitAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await dns.DisposeAsync();
        await server.DisposeAsync();
        arrived.Dispose();
        ending.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        string[] path = (context.Request.Path.Value ?? "").Split('/', 3);
        if (path.Length < 2 || !Enum.TryParse(path[1], out StubRegistry registry))
        {
            context.Response.StatusCode = 404;
            return;
        }

        // Whoever hangs hangs no longer than the stub lives.
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ending.Token);
        context.RequestAborted = aborted.Token;
        StubRequest request = await ReadAsync(context.Request, registry, path.Length > 2 ? "/" + path[2] : "/");
        requests.Enqueue(request);
        arrived.Release();
        StubAnswer answer = Answers[registry](request, samples);
        answer = answer with { Body = Localize(answer.Body) };
        if (limits.TryGetValue(registry, out StubRateLimit? limit) && !limit.TryTake())
            await FailureWriter.WriteAsync(context, StubFailure.TooManyRequests, "1", answer);
        else if (failures.TryGetValue(registry, out FailurePlan? plan) && plan.Take())
            await FailureWriter.WriteAsync(context, plan.Failure, plan.RetryAfter, answer);
        else
            await FailureWriter.WriteAsync(context.Response, answer);
    }

    /// <summary>Samples name the stub's own address, and days, by what they are.</summary>
    private string Localize(string body) => body
        .Replace("{{stub}}", server.Urls.First(), StringComparison.Ordinal)
        .Replace("https://smp.elma-smp.no", BaseAddress(StubRegistry.Peppol).ToString(), StringComparison.Ordinal)
        .Replace("{{recentDay}}", clock.GetUtcNow().AddDays(-5).UtcDateTime.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{{recently}}", clock.GetUtcNow().AddDays(-5).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>A participant's name in the zone, as the SML's policy makes it; computed here again, so that a test of it is one.</summary>
    private static string ParticipantName(string orgNumber)
    {
        const string alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        byte[] hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"0192:{orgNumber}"));
        string bits = string.Concat(hash.Select(b => b.ToString("b8", System.Globalization.CultureInfo.InvariantCulture))).PadRight(260, '0');
        return string.Concat(bits.Chunk(5).Select(c => alphabet[Convert.ToInt32(new string(c), 2)])) + $".iso6523-actorid-upis.{SmlZone}";
    }

    private static async Task<StubRequest> ReadAsync(HttpRequest request, StubRegistry registry, string path)
    {
        using var body = new StreamReader(request.Body);
        return new StubRequest(
            registry, request.Method, path + request.QueryString.Value, request.Headers.Accept.ToString(),
            request.Headers.UserAgent.ToString(), request.ContentType ?? "", await body.ReadToEndAsync(request.HttpContext.RequestAborted))
        {
            Key = KeyHeaders.Select(h => request.Headers[h].ToString()).FirstOrDefault(k => k.Length > 0) ?? "",
            RawPath = request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget.Split('?', 2)[0],
        };
    }

    private sealed class FailurePlan(StubFailure failure, int times, string retryAfter)
    {
        private int left = times;

        public StubFailure Failure => failure;

        public string RetryAfter => retryAfter;

        public bool Take() => Interlocked.Decrement(ref left) >= 0;
    }
}
