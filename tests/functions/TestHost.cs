using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Monitor.Functions.Access;
using Monitor.Local.Runner;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;

namespace Monitor.Functions.Tests;

/// <summary>All of Monitor's HTTP functions on a loopback port, over in-memory storage and a clock that stands still.</summary>
public sealed partial class TestHost : IAsyncDisposable
{
    /// <summary>What the clock shows at start.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Two made-up bodies with valid numbers.</summary>
    public static readonly OrgNumber Own = OrgNumber.Parse("999888771"), Foreign = OrgNumber.Parse("999777600");

    private readonly WebApplication app;
    private readonly List<HttpClient> clients = [];

    private TestHost(WebApplication app, Uri address)
    {
        this.app = app;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The product's services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The clock.</summary>
    public FakeTimeProvider Clock => Get<FakeTimeProvider>();

    /// <summary>What was sent to queues.</summary>
    public MemoryQueues Queues => Get<MemoryQueues>();

    /// <summary>The blobs.</summary>
    public MemoryBlobs Blobs => Get<MemoryBlobs>();

    /// <summary>Starts one.</summary>
    /// <param name="configure">Replaces services; runs last.</param>
    /// <param name="settings">App settings, with colons.</param>
    public static async Task<TestHost> StartAsync(
        Action<IServiceCollection>? configure = null, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRouting();
        var clock = new FakeTimeProvider(Start);
        builder.Services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        builder.Services.AddMonitor(builder.Configuration).AddMemoryStorage();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        configure?.Invoke(builder.Services);

        WebApplication app = builder.Build();
        // What gets past the door is a fault of the test or of the door: the failing test then shows it.
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception e) when (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                await context.Response.WriteAsync(e.ToString(), CancellationToken.None);
            }
        });
        app.UseRouting();
        app.MapHttpFunctions(typeof(MonitorServices).Assembly);
        app.MapHttpFunctions(typeof(TestHost).Assembly);
        await app.StartAsync(TestContext.Current.CancellationToken);
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new TestHost(app, new Uri(address));
    }

    /// <summary>A service of the product.</summary>
    public TService Get<TService>() where TService : notnull => app.Services.GetRequiredService<TService>();

    /// <summary>A table.</summary>
    public ITable<TRow> Table<TRow>() where TRow : Row, IStoredRow, new() => Get<ITable<TRow>>();

    /// <summary>A new supervisor key.</summary>
    public async Task<string> SupervisorKeyAsync() =>
        (await Get<KeyStore>().CreateAsync(Role.Supervisor, null, "Test", "local", null, TestContext.Current.CancellationToken)).Secret;

    /// <summary>A new key of an agency.</summary>
    public async Task<string> AgencyKeyAsync(OrgNumber agency) =>
        (await Get<KeyStore>().CreateAsync(Role.Agency, agency, "Test", "local", null, TestContext.Current.CancellationToken)).Secret;

    /// <summary>A client that follows no redirect and keeps no cookie; with a key, it sends it.</summary>
    public HttpClient Client(string? key = null)
    {
        HttpClient client = Track(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A client with a session of the key; it follows no redirect.</summary>
    public async Task<HttpClient> BrowserAsync(string key)
    {
        var cookies = new CookieContainer();
        KeyRow row = await Get<KeyStore>().FindAsync(key, TestContext.Current.CancellationToken) ?? throw new ArgumentException("No such key.", nameof(key));
        cookies.Add(Address, new Cookie(BrowserSessions.PlainCookie, await Get<SessionStore>().CreateAsync(row, TestContext.Current.CancellationToken)));
        return Track(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies });
    }

    /// <summary>The token in a page's form, to be sent back with it.</summary>
    public static string FormToken(string html) => TokenField().Match(html).Groups[1].Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        clients.ForEach(c => c.Dispose());
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    private HttpClient Track(HttpClientHandler handler)
    {
        var client = new HttpClient(handler) { BaseAddress = Address };
        clients.Add(client);
        return client;
    }

    [GeneratedRegex("""<input[^>]*name="formToken"[^>]*value="([^"]+)""")]
    private static partial Regex TokenField();
}
