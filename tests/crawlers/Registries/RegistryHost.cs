using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries;
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
        ISampleSource? samples = null, TimeProvider? clock = null, Action<IServiceCollection, IConfiguration>? also = null, params (string Name, string Value)[] settings)
    {
        StubRegistries stub = await StubRegistries.StartAsync(samples: samples, cancellation: TestContext.Current.CancellationToken);
        var values = new Dictionary<string, string?>(stub.Settings)
        {
            ["Monitor:Registries:RetryDelaySeconds"] = "0",
            ["Monitor:Registries:Search:RateLimit"] = "1000",
            ["Monitor:Registries:Sparql:RateLimit"] = "1000",
            ["Monitor:Registries:Enhetsregisteret:RateLimit"] = "1000",
            ["Monitor:Registries:OrganizationCatalog:RateLimit"] = "1000",
        };
        foreach ((string name, string value) in settings)
            values[name] = value;
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        IServiceCollection services = new ServiceCollection().AddLogging().AddSingleton(clock ?? TimeProvider.System).AddRegistries(configuration).AddMemoryStorage();
        also?.Invoke(services, configuration);
        return new RegistryHost(stub, services.BuildServiceProvider());
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Stub.DisposeAsync();
    }
}
