using Monitor.Crawlers.Web.Egress;
using Monitor.Crawlers.Web.Outbound;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>
/// The browser's only way out: proxies that judge as the guard does. Each page has one of its own, so that what it draws is counted and ends with it;
/// what Chromium itself may want to fetch goes through one that lets nothing pass.
/// </summary>
public sealed class BrowserEgress(OutboundGuard guard, TimeProvider clock) : IAsyncDisposable
{
    private static readonly EgressLimits Nothing = new(0, 0);

    private readonly SemaphoreSlim starting = new(1);
    private EgressProxy? closed;

    /// <summary>The address of the proxy that lets nothing pass; starts it at the first call.</summary>
    internal async Task<Uri> ClosedAsync(CancellationToken cancellation)
    {
        await starting.WaitAsync(cancellation);
        try
        {
            closed ??= await EgressProxy.StartAsync(guard, clock, cancellation, Nothing);
            return closed.Address;
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Starts the proxy of one page.</summary>
    /// <param name="limits">What may go through it.</param>
    /// <param name="exhausted">Is called when a limit was passed.</param>
    internal Task<EgressProxy> ForPageAsync(EgressLimits limits, Action exhausted) =>
        EgressProxy.StartAsync(guard, clock, CancellationToken.None, limits, exhausted);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (closed is not null)
            await closed.DisposeAsync();
        starting.Dispose();
    }
}
