using Monitor.Functions.Dashboard;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>What the forms do: clear errors with what was typed kept, and after success another page. Each test has a world of its own to change.</summary>
public abstract class FormTests : IAsyncLifetime
{
    private protected static Paths P { get; } = new(Language.Nb);

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected DashboardWorld World { get; private set; } = null!;

    private protected FormClient Supervisor { get; private set; } = null!;

    private protected FormClient Agency { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await DashboardWorld.StartAsync();
        Supervisor = new FormClient(await World.Host.BrowserAsync(World.SupervisorKey));
        Agency = new FormClient(await World.Host.BrowserAsync(World.AgencyKey));
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
