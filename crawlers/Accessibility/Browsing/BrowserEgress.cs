using Monitor.Crawlers.Web.Egress;
using Monitor.Crawlers.Web.Outbound;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>The browser's only way out: a proxy that judges as the guard does, started when the browser is.</summary>
public sealed class BrowserEgress(OutboundGuard guard, TimeProvider clock) : IAsyncDisposable
{
    private readonly SemaphoreSlim starting = new(1);
    private EgressProxy? proxy;

    /// <summary>The proxy's address; starts it at the first call.</summary>
    internal async Task<Uri> AddressAsync(CancellationToken cancellation)
    {
        await starting.WaitAsync(cancellation);
        try
        {
            proxy ??= await EgressProxy.StartAsync(guard, clock, cancellation);
            return proxy.Address;
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Why the proxy last failed to reach a URL's host, a code of <see cref="Shared.Scans.PageReasons"/>; null when it did not fail.</summary>
    internal string? FailureOf(string url) => proxy?.ReasonFor(url);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (proxy is not null)
            await proxy.DisposeAsync();
        starting.Dispose();
    }
}
