using System.Net;
using System.Net.Sockets;
using System.Text;
using Monitor.Crawlers.Tests.Web.Outbound;
using Monitor.Crawlers.Web.Egress;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Egress;

public sealed class EgressProxyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<EgressProxy> StartAsync(params TestSite[] allowed) =>
        EgressProxy.StartAsync(Guards.Create(null, [.. allowed.Select(s => s.Origin.GetLeftPart(UriPartial.Authority))]), TimeProvider.System, Cancellation);

    /// <summary>Sends a text and reads all that comes back.</summary>
    private static async Task<string> ExchangeAsync(EgressProxy proxy, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Address.Port, Cancellation);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Cancellation);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(Cancellation);
    }

    [Fact]
    public async Task A_plain_request_reaches_an_allowed_site_and_closes_behind_itself()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/side", async context =>
        {
            context.Response.Headers[EgressProxy.ReasonHeader] = "forged";
            context.Response.Headers.KeepAlive = "timeout=5";
            context.Response.ContentLength = 2;
            await context.Response.Body.WriteAsync("ok"u8.ToArray(), context.RequestAborted);
        });
        await using EgressProxy proxy = await StartAsync(site);

        string answer = await ExchangeAsync(
            proxy, $"GET {site.Url("/side?a=1")} HTTP/1.1\r\nHost: annet.no\r\nProxy-Connection: keep-alive\r\nConnection: X-Egen\r\nX-Egen: 1\r\nX-Min: 2\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200", answer);
        Assert.EndsWith("\r\n\r\nok", answer);
        Assert.Contains("Connection: close", answer);
        Assert.DoesNotContain("Keep-Alive", answer);
        Assert.DoesNotContain("forged", answer);
        SiteRequest request = Assert.Single(site.Requests);
        Assert.Equal("/side?a=1", request.PathAndQuery);
        Assert.Equal($"{site.Host}:{site.Origin.Port}", request.Headers["Host"]);
        Assert.Equal("2", request.Headers["X-Min"]);
        Assert.DoesNotContain("Proxy-Connection", request.Headers.Keys);
        Assert.DoesNotContain("X-Egen", request.Headers.Keys);
        Assert.Null(proxy.ReasonFor(site.Url("/side")));
    }

    [Fact]
    public async Task A_body_is_sent_on_and_nothing_behind_it()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        string? received = null;
        site.On("/", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            received = await reader.ReadToEndAsync(context.RequestAborted);
        });
        await using EgressProxy proxy = await StartAsync(site);

        string answer = await ExchangeAsync(
            proxy, $"POST {site.Url("/")} HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET {site.Url("/smuglet")} HTTP/1.1\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200", answer);
        Assert.Equal("abc", received);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task A_tunnel_carries_bytes_both_ways()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Text("/a", "første").Text("/b", "andre");
        await using EgressProxy proxy = await StartAsync(site);
        string authority = site.Origin.Authority;

        string answer = await ExchangeAsync(
            proxy, $"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n\r\nGET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 Connection Established\r\n\r\nHTTP/1.1 200 OK", answer);
        Assert.Equal(["/a", "/b"], site.Requests.Select(r => r.PathAndQuery));
    }

    [Fact]
    public async Task What_the_guard_refuses_is_never_connected_to_and_is_marked()
    {
        await using TestSite inside = await TestSite.StartAsync(Cancellation);
        await using EgressProxy proxy = await StartAsync();

        string plain = await ExchangeAsync(proxy, $"GET {inside.Url("/")} HTTP/1.1\r\n\r\n");
        string tunnel = await ExchangeAsync(proxy, $"CONNECT {inside.Origin.Authority} HTTP/1.1\r\n\r\n");

        Assert.All([plain, tunnel], answer =>
        {
            Assert.StartsWith("HTTP/1.1 403", answer);
            Assert.Contains($"{EgressProxy.ReasonHeader}: {PageReasons.AddressNotAllowed}\r\n", answer);
        });
        Assert.Equal(PageReasons.AddressNotAllowed, proxy.ReasonFor(inside.Url("/noe")));
        Assert.Empty(inside.Requests);
    }

    [Theory]
    [InlineData("CONNECT 127.1:443 HTTP/1.1\r\n\r\n", "403")]
    [InlineData("CONNECT 0x7f000001:443 HTTP/1.1\r\n\r\n", "403")]
    [InlineData("CONNECT [::1]:443 HTTP/1.1\r\n\r\n", "403")]
    [InlineData("CONNECT [::ffff:127.0.0.1]:443 HTTP/1.1\r\n\r\n", "403")]
    [InlineData("GET http://localhost/ HTTP/1.1\r\n\r\n", "403")]
    [InlineData("GET http://169.254.169.254/latest HTTP/1.1\r\n\r\n", "403")]
    [InlineData("GET http://a@www.eksempel.no/ HTTP/1.1\r\n\r\n", "403")]
    [InlineData("GET https://www.eksempel.no/ HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET ftp://www.eksempel.no/ HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "400")]
    [InlineData("CONNECT www.eksempel.no HTTP/1.1\r\n\r\n", "400")]
    [InlineData("CONNECT www.eksempel.no:99999 HTTP/1.1\r\n\r\n", "400")]
    [InlineData("tull\r\n\r\n", "400")]
    [InlineData("POST http://www.eksempel.no/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", "411")]
    [InlineData("GET http://tom.eksempel.no/ HTTP/1.1\r\n\r\n", "502")]
    public async Task Requests_that_lead_nowhere_are_answered_so(string request, string status)
    {
        await using EgressProxy proxy = await StartAsync();

        Assert.StartsWith($"HTTP/1.1 {status} ", await ExchangeAsync(proxy, request));
    }

    [Fact]
    public async Task A_name_that_turns_to_an_inside_address_is_refused()
    {
        await using TestSite inside = await TestSite.StartAsync(Cancellation);
        FakeResolver resolver = new FakeResolver().Answer("rebind.eksempel.no", [inside.Host]);
        await using EgressProxy proxy = await EgressProxy.StartAsync(Guards.Create(resolver), TimeProvider.System, Cancellation);

        Assert.StartsWith("HTTP/1.1 403", await ExchangeAsync(proxy, "CONNECT rebind.eksempel.no:443 HTTP/1.1\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 403", await ExchangeAsync(proxy, "GET http://rebind.eksempel.no:8080/ HTTP/1.1\r\n\r\n"));
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task A_head_without_end_is_given_up()
    {
        await using EgressProxy proxy = await StartAsync();

        Assert.Equal("", await ExchangeAsync(proxy, "GET http://www.eksempel.no/ HTTP/1.1\r\n" + new string('x', 70_000)));
    }

    [Fact]
    public async Task A_site_that_speaks_no_http_is_a_bad_gateway()
    {
        using var listener = new TcpListener(LoopbackAddresses.Next(), 0);
        listener.Start();
        OutboundGuard guard = Guards.Create(null, $"http://{listener.LocalEndpoint}");
        await using EgressProxy proxy = await EgressProxy.StartAsync(guard, TimeProvider.System, Cancellation);

        Task<string> answer = ExchangeAsync(proxy, $"GET http://{listener.LocalEndpoint}/ HTTP/1.1\r\n\r\n");
        using (Socket server = await listener.AcceptSocketAsync(Cancellation))
            await server.SendAsync("SSH-2.0-OpenSSH\r\n\r\n"u8.ToArray(), Cancellation);

        Assert.StartsWith("HTTP/1.1 502", await answer);
    }

    [Fact]
    public async Task Disposing_it_ends_open_tunnels()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        EgressProxy proxy = await StartAsync(site);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Address.Port, Cancellation);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"CONNECT {site.Origin.Authority} HTTP/1.1\r\n\r\n"), Cancellation);
        byte[] answer = new byte[39];
        await stream.ReadExactlyAsync(answer, Cancellation);

        await proxy.DisposeAsync();

        Assert.True(await IsClosedAsync(stream));
    }

    private static async Task<bool> IsClosedAsync(NetworkStream stream)
    {
        try
        {
            return await stream.ReadAsync(new byte[1], Cancellation) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
