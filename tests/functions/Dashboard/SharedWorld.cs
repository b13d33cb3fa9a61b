using Monitor.Functions.Dashboard;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>A seeded host that the tests of a class read from.</summary>
public sealed class SharedWorld : IAsyncLifetime
{
    private readonly Dictionary<Reader, HttpClient> clients = [];

    internal DashboardWorld World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await DashboardWorld.StartAsync();
        clients[Reader.Nobody] = World.Host.Client();
        clients[Reader.Agency] = await World.Host.BrowserAsync(World.AgencyKey);
        clients[Reader.Supervisor] = await World.Host.BrowserAsync(World.SupervisorKey);
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    internal async Task<(HttpResponseMessage Response, string Html)> GetAsync(DashboardPage page, Language language)
    {
        HttpResponseMessage response = await clients[page.Reader].GetAsync(page.Path(World, new Paths(language)), TestContext.Current.CancellationToken);
        return (response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
