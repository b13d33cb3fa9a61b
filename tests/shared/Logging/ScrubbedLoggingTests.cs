using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Shared.Logging;
using Xunit;

namespace Monitor.Shared.Tests.Logging;

public sealed class ScrubbedLoggingTests
{
    private const string Storage = "DefaultEndpointsProtocol=https;AccountName=monitor;AccountKey=Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5==;EndpointSuffix=core.windows.net";

    private static readonly IConfiguration Configuration = new ConfigurationBuilder().AddInMemoryCollection(
    [
        new("AzureWebJobsStorage", Storage), new("Monitor:Smtp:Password", "canary-smtp"), new("Monitor:Registries:Doffin:SubscriptionKey", "canary-doffin"),
        new("Monitor:Registries:Altinn:ApiKey", "canary-altinn"), new("Monitor:Smtp:Host", "post.example.no"), new("Monitor:Smtp:User", "brukernavn"),
    ]).Build();

    [Theory]
    [InlineData("login failed for canary-smtp at post.example.no", "login failed for (hidden) at post.example.no")]
    [InlineData("key canary-doffin and canary-altinn", "key (hidden) and (hidden)")]
    [InlineData("other AccountKey=b3RoZXI=;x", "other AccountKey=(hidden);x")]
    [InlineData("https://a.no/?sv=1&sig=abc%2B&x=1", "https://a.no/?sv=1&sig=(hidden)&x=1")]
    [InlineData("Server=x;Password=hemmelig;Y", "Server=x;Password=(hidden);Y")]
    [InlineData("mon_first_aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb", "mon_first_(hidden)")]
    [InlineData("Authorization: Bearer abcdefgh.ijkl", "Authorization: Bearer (hidden)")]
    [InlineData("nothing here but brukernavn", "nothing here but brukernavn")]
    public void Secrets_by_value_and_by_form_are_hidden_and_nothing_else(string text, string scrubbed) =>
        Assert.Equal(scrubbed, new SecretScrubber(Configuration).Scrub(text));

    [Fact]
    public void A_connection_string_in_an_exception_is_never_written()
    {
        (ILogger log, Lines lines) = Start();

        log.LogError(new InvalidOperationException("outer", new FormatException(Storage)), "Storage {Name} broke with {Setting}", "x", Storage);

        string written = Assert.Single(lines.All);
        Assert.DoesNotContain("Y2FuYXJ5", written, StringComparison.Ordinal);
        Assert.Contains("Storage x broke", written, StringComparison.Ordinal);
        Assert.Contains("FormatException", written, StringComparison.Ordinal);
    }

    [Fact]
    public void What_holds_no_secret_is_written_as_it_is()
    {
        (ILogger log, Lines lines) = Start();
        var broken = new InvalidOperationException("plain");

        log.LogWarning(broken, "Page {Page} failed", 7);

        Assert.Equal("Page 7 failed" + broken, Assert.Single(lines.All));
    }

    private static (ILogger Log, Lines Lines) Start()
    {
        var lines = new Lines();
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerProvider>(lines).AddScrubbedLogging(Configuration);
        return (services.BuildServiceProvider().GetRequiredService<ILogger<ScrubbedLoggingTests>>(), lines);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
