using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Functions.Access;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Tests.Access;

/// <summary>Flows that carry secrets, the failing ones first, with every log of the process read at its finest.</summary>
public sealed class SecretsInLogsTests
{
    private const string AccountKey = "Y2FuYXJ5LWFjY291bnQta2V5LWNhbmFyeS1jYW5hcnk=";
    private const string Storage = $"DefaultEndpointsProtocol=https;AccountName=monitor;AccountKey={AccountKey};EndpointSuffix=core.windows.net";
    private const string Password = "canary-smtp-password";
    private const string Subscription = "canary-subscription-key";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_key_cookie_password_or_connection_string_reaches_a_log_or_an_answer()
    {
        var log = new EveryLine();
        var broken = new BrokenTable();
        await using TestHost host = await TestHost.StartAsync(
            services => services.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace)).AddSingleton<ILoggerProvider>(log).AddSingleton<ITable<AgencyRow>>(broken),
            [new("AzureWebJobsStorage", Storage), new("Monitor:Smtp:Password", Password), new("Monitor:Registries:Doffin:SubscriptionKey", Subscription)]);
        string key = await host.SupervisorKeyAsync();
        string session = await host.Get<SessionStore>().CreateAsync((await host.Get<KeyStore>().FindAsync(key, Cancellation))!, Cancellation);
        const string token = "canary-token-of-a-mail";

        // Each of them fails, with the secret in what is thrown or in what was sent.
        foreach ((string path, string? cookie) in new[] { ($"/api/v1/agencies/{TestHost.Own}", null), ($"/nb/agencies/{TestHost.Own}", session), ($"/nb/opt-in/{token}", null) })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add(cookie is null ? "Authorization" : "Cookie", cookie is null ? $"Bearer {key}" : $"{BrowserSessions.PlainCookie}={cookie}");
            HttpResponseMessage answer = await host.Client().SendAsync(request, Cancellation);
            string said = answer + await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.DoesNotContain(AccountKey, said, StringComparison.Ordinal);
            Assert.DoesNotContain(Subscription, said, StringComparison.Ordinal);
        }
        HttpResponseMessage wrong = await host.Client(key[..^1] + "2").GetAsync("/api/v1/keys", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        host.Get<ILogger<SecretsInLogsTests>>().LogInformation(new InvalidOperationException($"535 {Password} refused"), "with {Subscription}", Subscription);

        string all = string.Join('\n', log.Lines);
        Assert.True(broken.Asked > 1);
        Assert.Contains("api/v1/agencies/{orgNumber} broke", all, StringComparison.Ordinal);
        foreach (string secret in new[] { key, key.Split('_')[^1], session, token, AccountKey, Password, Subscription })
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_sender_puts_into_a_path_makes_no_line_in_the_log()
    {
        var log = new EveryLine();
        await using TestHost host = await TestHost.StartAsync(services => services.AddSingleton<ILoggerProvider>(log).AddSingleton<ITable<AgencyRow>>(new BrokenTable()));
        HttpClient browser = await host.BrowserAsync(await host.SupervisorKeyAsync());

        await browser.GetAsync($"/nb/agencies/{TestHost.Own}?x=%0d%0ainjected", Cancellation);
        await browser.GetAsync("/probe/broken%0d%0ainjected", Cancellation);

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain("injected", string.Join('\n', log.Lines), StringComparison.Ordinal);
    }

    /// <summary>Storage that is down, and says so with its connection string.</summary>
    private sealed class BrokenTable : ITable<AgencyRow>
    {
        public int Asked { get; private set; }

        public Task<AgencyRow?> FindAsync(string partition, string row, CancellationToken cancellation) => throw Broken();

        public Task<AgencyRow?> TryInsertAsync(AgencyRow row, CancellationToken cancellation) => throw Broken();

        public Task<AgencyRow?> TryReplaceAsync(AgencyRow row, CancellationToken cancellation) => throw Broken();

        public Task<AgencyRow> PutAsync(AgencyRow row, CancellationToken cancellation) => throw Broken();

        public Task PutAllAsync(IReadOnlyCollection<AgencyRow> rows, CancellationToken cancellation) => throw Broken();

        public Task DeleteAsync(string partition, string row, CancellationToken cancellation) => throw Broken();

        public IAsyncEnumerable<AgencyRow> ReadAsync(string partition, string prefix, CancellationToken cancellation) => throw Broken();

        public IAsyncEnumerable<AgencyRow> ReadAllAsync(CancellationToken cancellation) => throw Broken();

        public Task<RowPage<AgencyRow>> PageAsync(string partition, string prefix, int limit, string? continuationToken, CancellationToken cancellation) => throw Broken();

        private InvalidOperationException Broken()
        {
            Asked++;
            return new InvalidOperationException($"Cannot reach {Storage}", new HttpRequestException($"Ocp-Apim-Subscription-Key: {Subscription}"));
        }
    }

    private sealed class EveryLine : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(v => v.Value)) : "")}");

        public void Dispose()
        {
        }
    }
}
