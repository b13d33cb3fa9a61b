using System.Net;
using System.Net.Sockets;
using System.Text;
using Monitor.Crawlers.Tests.Web.Outbound;
using Monitor.Crawlers.Web.Egress;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Egress;

public sealed class EgressLimitTests
{
    private int told;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_more_bytes_come_through_than_the_limit_and_that_is_told_once(bool tunnel)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/", async context =>
        {
            byte[] chunk = new byte[10_000];
            while (true)
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        });
        await using EgressProxy proxy = await StartAsync(site, new EgressLimits(200_000, 10));

        string authority = site.Origin.Authority;
        int received = await ExchangeAsync(proxy, tunnel
            ? $"CONNECT {authority} HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n"
            : $"GET {site.Url("/")} HTTP/1.1\r\n\r\n");

        Assert.InRange(received, 1, 201_000);
        Assert.Equal(1, Volatile.Read(ref told));
        Assert.Equal(0, await ExchangeAsync(proxy, $"GET {site.Url("/")} HTTP/1.1\r\n\r\n"));
        Assert.Equal(1, Volatile.Read(ref told));
    }

    [Fact]
    public async Task No_more_connections_are_opened_than_the_limit()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Text("/", "ok");
        await using EgressProxy proxy = await StartAsync(site, new EgressLimits(long.MaxValue, 3));

        for (int i = 0; i < 6; i++)
            await ExchangeAsync(proxy, $"GET {site.Url("/")} HTTP/1.1\r\n\r\n");

        Assert.Equal(3, site.CountOf("/"));
        Assert.Equal(1, Volatile.Read(ref told));
    }

    [Fact]
    public async Task What_one_connection_draws_too_much_ends_the_others()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        var waiting = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        site.On("/vent", async context =>
        {
            context.RequestAborted.Register(() => ended.TrySetResult());
            waiting.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        site.Text("/", new string('x', 100_000));
        await using EgressProxy proxy = await StartAsync(site, new EgressLimits(50_000, 10));

        Task<int> other = ExchangeAsync(proxy, $"GET {site.Url("/vent")} HTTP/1.1\r\n\r\n");
        await waiting.Task;
        await ExchangeAsync(proxy, $"GET {site.Url("/")} HTTP/1.1\r\n\r\n");

        Assert.Equal(0, await other);
        await ended.Task.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task A_head_longer_than_any_is_an_answer_that_is_too_large()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/", context =>
        {
            for (int i = 0; i < 100; i++)
                context.Response.Headers["X-Felt-" + i] = new string('x', 1000);
            return Task.CompletedTask;
        });
        await using EgressProxy proxy = await StartAsync(site, EgressLimits.None);

        await ExchangeAsync(proxy, $"GET {site.Url("/")} HTTP/1.1\r\n\r\n");

        Assert.Equal(PageReasons.TooLarge, proxy.ReasonFor(site.Url("/")));
    }

    private Task<EgressProxy> StartAsync(TestSite site, EgressLimits limits) =>
        EgressProxy.StartAsync(
            Guards.Create(null, site.Origin.GetLeftPart(UriPartial.Authority)), TimeProvider.System, Cancellation, limits, () => Interlocked.Increment(ref told));

    /// <summary>Sends a text and counts what comes back until the other side is done, in whatever way.</summary>
    private static async Task<int> ExchangeAsync(EgressProxy proxy, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Address.Port, Cancellation);
        NetworkStream stream = client.GetStream();
        int received = 0;
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Cancellation);
            byte[] buffer = new byte[64 * 1024];
            while (await stream.ReadAsync(buffer, Cancellation) is var read and > 0)
                received += read;
        }
        catch (IOException)
        {
            // Reset: done as well.
        }
        return received;
    }
}
