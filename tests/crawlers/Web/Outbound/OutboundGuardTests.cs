using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Outbound;

public sealed class OutboundGuardTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://１２７.０.０.１/")]
    [InlineData("http://loc\u00ADalhost/")]
    [InlineData("http://localhost./")]
    [InlineData("http://[::1]/")]
    [InlineData("http://user@www.eksempel.no/")]
    [InlineData("http://kommune/")]
    [InlineData("http://db.internal/")]
    [InlineData("http://printer.lan/")]
    [InlineData("http://foo.0x4/")]
    [InlineData("http://foo.1.2.3.4/")]
    [InlineData("http://www.eksempel.no:22/")]
    [InlineData("ftp://www.eksempel.no/")]
    [InlineData("ws://www.eksempel.no/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public void An_address_that_leads_inside_or_is_no_web_address_is_refused(string url) =>
        Assert.False(Guards.Create().TryAccept(url, out _));

    [Theory]
    [InlineData("https://www.digdir.no/")]
    [InlineData("http://www.eksempel.kommune.no/")]
    [InlineData("https://www.eksempel.no./")]
    [InlineData("https://xn--blbrsyltety-y8ao3x.no/")]
    [InlineData("https://blåbærsyltetøy.no/")]
    [InlineData("https://www.eksempel.no:8443/")]
    [InlineData("http://8.8.8.8:8080/")]
    [InlineData("https://[2620:1ec:bdf::69]/")]
    public void A_public_web_address_is_accepted(string url) => Assert.True(Guards.Create().TryAccept(url, out _));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("8.8.8.8", "10.0.0.1")]
    [InlineData("8.8.8.8", "fd00::1")]
    [InlineData("::ffff:10.0.0.1")]
    public async Task A_name_with_any_answer_that_is_not_public_is_refused(params string[] answer)
    {
        OutboundGuard guard = Guards.Create(new FakeResolver().Answer("www.eksempel.no", answer));
        Assert.True(guard.TryAccept("https://www.eksempel.no/", out OutboundDestination? destination));

        OutboundConnection connection = await guard.ConnectAsync(destination, Cancellation);

        Assert.Equal(PageReasons.AddressNotAllowed, connection.Reason);
        Assert.False(connection.Open);
    }

    [Fact]
    public async Task A_name_without_an_answer_does_not_resolve()
    {
        OutboundGuard guard = Guards.Create();
        Assert.True(guard.TryAccept("https://www.eksempel.no/", out OutboundDestination? destination));

        Assert.Equal(PageReasons.Dns, (await guard.ConnectAsync(destination, Cancellation)).Reason);
    }

    [Fact]
    public async Task A_name_that_never_resolves_is_given_up()
    {
        var clock = new FakeTimeProvider();
        var guard = new OutboundGuard(Guards.Policy(), new SilentResolver(), clock);
        Assert.True(guard.TryAccept("https://www.eksempel.no/", out OutboundDestination? destination));

        Task<OutboundConnection> connecting = guard.ConnectAsync(destination, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(connecting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(PageReasons.Timeout, (await connecting).Reason);
    }

    [Fact]
    public async Task The_name_is_resolved_once_a_connection_and_the_checked_address_is_connected_to()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        FakeResolver resolver = new FakeResolver().Answer("demo.eksempel.no", [site.Host], ["10.0.0.1"]);
        OutboundGuard guard = Guards.Create(resolver, $"http://demo.eksempel.no:{site.Origin.Port}");
        Assert.True(guard.TryAccept($"http://demo.eksempel.no:{site.Origin.Port}/", out OutboundDestination? destination));

        OutboundConnection connection = await guard.ConnectAsync(destination, Cancellation);

        using Socket? socket = connection.Socket;
        Assert.NotNull(socket);
        Assert.Equal($"{site.Host}:{site.Origin.Port}", socket.RemoteEndPoint!.ToString());
        Assert.Equal(["demo.eksempel.no"], resolver.Asked);
    }

    [Fact]
    public async Task A_rebinding_name_is_checked_anew_for_every_connection()
    {
        FakeResolver resolver = new FakeResolver().Answer("rebind.eksempel.no", [], ["127.0.0.1"]);
        OutboundGuard guard = Guards.Create(resolver);
        Assert.True(guard.TryAccept("http://rebind.eksempel.no/", out OutboundDestination? destination));

        Assert.Equal(PageReasons.Dns, (await guard.ConnectAsync(destination, Cancellation)).Reason);
        Assert.Equal(PageReasons.AddressNotAllowed, (await guard.ConnectAsync(destination, Cancellation)).Reason);
    }

    [Fact]
    public async Task A_closed_port_is_a_broken_connection()
    {
        string closed = $"http://{LoopbackAddresses.Next()}:8080";
        OutboundGuard guard = Guards.Create(null, closed);
        Assert.True(guard.TryAccept(closed + "/", out OutboundDestination? destination));

        Assert.Equal(PageReasons.Connection, (await guard.ConnectAsync(destination, Cancellation)).Reason);
    }

    [Fact]
    public void Only_the_exact_origin_that_was_allowed_passes()
    {
        OutboundGuard guard = Guards.Create(null, "http://127.0.0.1:5000");

        Assert.True(guard.TryAccept("http://127.0.0.1:5000/side", out _));
        Assert.True(guard.TryAcceptTunnel("127.0.0.1", 5000, out _));
        Assert.False(guard.TryAccept("https://127.0.0.1:5000/", out _));
        Assert.False(guard.TryAccept("http://127.0.0.1:5001/", out _));
        Assert.False(guard.TryAccept("http://127.0.0.2:5000/", out _));
        Assert.False(guard.TryAccept("http://user@127.0.0.1:5000/", out _));
    }

    [Fact]
    public void A_start_url_named_on_the_command_line_lifts_the_rules_for_its_own_origin_alone()
    {
        OutboundPolicy policy = Guards.Policy();
        var guard = new OutboundGuard(policy, new FakeResolver(), TimeProvider.System);
        Assert.False(guard.TryAccept("http://kommune:5000/", out _));

        Assert.True(policy.AllowOriginOf("http://kommune:5000/start?a=1"));

        Assert.True(guard.TryAccept("http://kommune:5000/annet", out _));
        Assert.False(guard.TryAccept("http://kommune:5001/", out _));
        Assert.False(policy.AllowOriginOf("ftp://kommune/"));
    }

    [Fact]
    public void A_setting_that_is_no_origin_stops_the_start() =>
        Assert.Throws<OptionsValidationException>(() => Guards.Policy("http://127.0.0.1:5000/path"));

    [Theory]
    [InlineData("127.0.0.1", 443)]
    [InlineData("localhost", 443)]
    [InlineData("[::1]", 443)]
    [InlineData("0177.0.0.1", 443)]
    [InlineData("www.eksempel.no", 25)]
    [InlineData("www.eksempel.no/x", 443)]
    [InlineData("a@www.eksempel.no", 443)]
    public void A_tunnel_is_judged_like_a_fetch(string host, int port) => Assert.False(Guards.Create().TryAcceptTunnel(host, port, out _));

    [Fact]
    public void A_tunnel_to_a_public_name_is_accepted() => Assert.True(Guards.Create().TryAcceptTunnel("www.eksempel.no", 443, out _));

    private sealed class SilentResolver : INameResolver
    {
        public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellation)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return [];
        }
    }
}
