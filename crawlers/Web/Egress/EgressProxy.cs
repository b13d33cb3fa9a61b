using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Egress;

/// <summary>
/// The browser's only way out: a forward proxy on loopback (CONNECT and absolute form, HTTP/1.1) that connects where the guard allows, to the very address checked.
/// Chromium resolves names by itself, so a guard in our own client would not cover it. It must be started with <c>--proxy-server</c> and the bypass list
/// <c>&lt;-loopback&gt;</c>, since it bypasses proxies for loopback otherwise, and without WebRTC over UDP.
/// </summary>
public sealed class EgressProxy : IAsyncDisposable
{
    /// <summary>The header of our own answers (403, 502, 504) that holds the reason, a code of <see cref="PageReasons"/>.</summary>
    public const string ReasonHeader = "Monitor-Reason";

    private const int MostConnections = 256;

    private readonly OutboundGuard guard;
    private readonly TimeProvider clock;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim room = new(MostConnections);
    private readonly ConcurrentDictionary<Task, bool> connections = new();
    private readonly EgressFailures failures = new();
    private readonly EgressMeter meter;
    private Task accepting = Task.CompletedTask;

    private EgressProxy(OutboundGuard guard, TimeProvider clock, EgressMeter meter)
    {
        this.guard = guard;
        this.clock = clock;
        this.meter = meter;
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:port</c>.</summary>
    public Uri Address => new($"http://{listener.LocalEndpoint}");

    /// <summary>Starts a proxy; disposing it closes every connection.</summary>
    /// <param name="guard">Judges every connection.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Cancels the start.</param>
    /// <param name="limits">What may go through it in all; no limit unless given. Once one is passed every connection is closed and none opened any more.</param>
    /// <param name="exhausted">Is called when that happens, before anything is closed.</param>
    public static Task<EgressProxy> StartAsync(
        OutboundGuard guard, TimeProvider clock, CancellationToken cancellation, EgressLimits? limits = null, Action? exhausted = null)
    {
        cancellation.ThrowIfCancellationRequested();
        var proxy = new EgressProxy(guard, clock, new EgressMeter(limits ?? EgressLimits.None, exhausted));
        proxy.listener.Start();
        proxy.accepting = proxy.AcceptAsync();
        return Task.FromResult(proxy);
    }

    /// <summary>
    /// Why the last connection to a URL's host and port failed, a code of <see cref="PageReasons"/>; null when it did not.
    /// A tunnel that is refused shows to the browser as a failed one only, so whoever drives it asks here.
    /// </summary>
    public string? ReasonFor(string url) =>
        LinkResolver.TryResolve(url, null, out Uri? uri) ? failures.Find(HostNames.Normalize(uri.IdnHost), uri.Port) : PageReasons.AddressNotAllowed;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(connections.Keys);
        stopping.Dispose();
        room.Dispose();
        listener.Dispose();
        meter.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            Socket client;
            try
            {
                await room.WaitAsync(stopping.Token);
                client = await listener.AcceptSocketAsync(stopping.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // The client was gone before we took it.
                room.Release();
                continue;
            }
            Task connection = ServeAsync(client);
            connections[connection] = true;
            _ = connection.ContinueWith(done => connections.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task ServeAsync(Socket client)
    {
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            if (!meter.TryOpen())
                return;
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token, meter.Closed);
            await new ProxyConnection(guard, failures, meter, clock).RunAsync(stream, ending.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side is gone, silent for too long, or we stop: there is nobody to tell.
        }
        finally
        {
            room.Release();
        }
    }
}
