using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Stubs.Registries;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>The production registration, led to a stub by settings alone, over storage in memory.</summary>
internal sealed class RegistryHost : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private RegistryHost(StubRegistries stub, ServiceProvider services)
    {
        Stub = stub;
        this.services = services;
    }

    public StubRegistries Stub { get; }

    /// <summary>Starts a stub and what asks it. Retries do not wait, and rate limits are far away, unless a setting says otherwise.</summary>
    public static async Task<RegistryHost> StartAsync(
        ISampleSource? samples = null, TimeProvider? clock = null, Action<IServiceCollection, IConfiguration>? also = null,
        Func<StubRegistries, (string Name, string Value)[]>? at = null, params (string Name, string Value)[] settings)
    {
        StubRegistries stub = await StubRegistries.StartAsync(samples: samples, clock: clock, cancellation: TestContext.Current.CancellationToken);
        var values = new Dictionary<string, string?>(stub.Settings)
        {
            ["Monitor:Registries:RetryDelaySeconds"] = "0",
            ["Monitor:Scans:HostDelaySeconds"] = "0",
        };
        foreach (StubRegistry registry in Enum.GetValues<StubRegistry>())
        {
            values[$"Monitor:Registries:{registry}:RateLimit"] = "10000";
            values[$"Monitor:Registries:{registry}:RateWindowSeconds"] = "1";
        }
        foreach ((string name, string value) in (IEnumerable<(string, string)>)[.. at?.Invoke(stub) ?? [], .. settings])
            values[name] = value;
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        IServiceCollection services = new ServiceCollection().AddLogging().AddSingleton(clock ?? TimeProvider.System).AddRegistries(configuration).AddAlerts(configuration).AddMemoryStorage();
        also?.Invoke(services, configuration);
        return new RegistryHost(stub, services.BuildServiceProvider());
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>What one check comes to for a body, its entry in Enhetsregisteret being asked for as in a round.</summary>
    public Task<ObligationResult> JudgeAsync<TCheck>(OrgNumber number, CancellationToken cancellation, SiteFacts? site = null) where TCheck : IObligationCheck
    {
        var body = new BodyFacts(number, null, false, null, RegistryStatus.Unknown);
        var facts = new AgencyFacts(body, Get<RegistryAsker>().FindUnitAsync(number, cancellation), site);
        return Get<IEnumerable<IObligationCheck>>().OfType<TCheck>().Single().JudgeAsync(facts, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Stub.DisposeAsync();
    }
}
