using System.Net;
using Monitor.Functions.Access;
using Monitor.Shared.Access;

namespace Monitor.Functions.Tests.Access;

public sealed class SessionTests
{
    private static readonly string OwnPage = $"/probe/page/{TestHost.Own}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_without_a_session_leads_to_the_sign_in_and_back()
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage response = await host.Client().GetAsync(OwnPage + "?a=b&c=d", Cancellation);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal($"/nb/sign-in?return={Uri.EscapeDataString(OwnPage + "?a=b&c=d")}", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_session_sees_its_own_page_and_no_other()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient browser = await host.BrowserAsync(await host.AgencyKeyAsync(TestHost.Own));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(OwnPage, Cancellation)).StatusCode);
        HttpResponseMessage foreign = await browser.GetAsync($"/probe/page/{TestHost.Foreign}", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal("text/html", foreign.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_cookie_on_http_is_out_of_reach_for_scripts_and_other_sites()
    {
        await using TestHost host = await TestHost.StartAsync();

        string cookie = await SignInAsync(host, await host.SupervisorKeyAsync());

        Assert.StartsWith(BrowserSessions.PlainCookie + "=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_on_https_is_secure_and_bound_to_the_host()
    {
        await using TestHost host = await TestHost.StartAsync(settings: [new("Monitor:Site:PublicAddress", "https://monitor.example")]);

        string cookie = await SignInAsync(host, await host.SupervisorKeyAsync());

        Assert.StartsWith(BrowserSessions.SecureCookie + "=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_keeps_neither_token_nor_key()
    {
        await using TestHost host = await TestHost.StartAsync();
        string key = await host.SupervisorKeyAsync();
        string token = (await SignInAsync(host, key)).Split(';')[0].Split('=')[1];

        await foreach (SessionRow row in host.Table<SessionRow>().ReadAllAsync(Cancellation))
            Assert.DoesNotContain(token, row.ToString(), StringComparison.Ordinal);
        await foreach (KeyRow row in host.Table<KeyRow>().ReadAllAsync(Cancellation))
            Assert.DoesNotContain(key.Split('_')[2], row.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient browser = await host.BrowserAsync(await host.SupervisorKeyAsync());

        host.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(OwnPage, Cancellation)).StatusCode);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync(OwnPage, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_with_its_key()
    {
        await using TestHost host = await TestHost.StartAsync();
        string key = await host.SupervisorKeyAsync();
        HttpClient browser = await host.BrowserAsync(key);

        await host.Get<KeyStore>().RevokeAsync(key.Split('_')[1], Cancellation);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync(OwnPage, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_our_side()
    {
        await using TestHost host = await TestHost.StartAsync();
        string cookie = (await SignInAsync(host, await host.SupervisorKeyAsync())).Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, (await WithCookieAsync(host, HttpMethod.Get, OwnPage, cookie)).StatusCode);

        HttpResponseMessage signedOut = await WithCookieAsync(host, HttpMethod.Post, "/probe/sign-out", cookie);

        Assert.Contains("expires=Thu, 01 Jan 1970", signedOut.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.SeeOther, (await WithCookieAsync(host, HttpMethod.Get, OwnPage, cookie)).StatusCode);
    }

    [Fact]
    public async Task Signing_in_ends_the_session_of_before()
    {
        await using TestHost host = await TestHost.StartAsync();
        string key = await host.SupervisorKeyAsync();
        string before = (await SignInAsync(host, key)).Split(';')[0];

        await SignInAsync(host, key, before);

        Assert.Equal(HttpStatusCode.SeeOther, (await WithCookieAsync(host, HttpMethod.Get, OwnPage, before)).StatusCode);
    }

    [Fact]
    public async Task Ended_sessions_are_swept_and_others_are_not()
    {
        await using TestHost host = await TestHost.StartAsync();
        string key = await host.SupervisorKeyAsync();
        await host.BrowserAsync(key);
        host.Clock.Advance(TimeSpan.FromHours(12));
        HttpClient later = await host.BrowserAsync(key);

        await host.Get<SessionStore>().SweepAsync(Cancellation);

        int left = 0;
        await foreach (SessionRow _ in host.Table<SessionRow>().ReadAllAsync(Cancellation))
            left++;
        Assert.Equal(1, left);
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync(OwnPage, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Too_many_wrong_keys_make_the_address_wait()
    {
        await using TestHost host = await TestHost.StartAsync(settings: [new("Monitor:Access:SignInAttempts", "2")]);
        string key = await host.SupervisorKeyAsync();

        Assert.Equal("WrongKey ", await TryAsync(host, "nonsense"));
        Assert.Equal("WrongKey ", await TryAsync(host, "nonsense"));
        host.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal("TooManyAttempts 6", await TryAsync(host, key));
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("SignedIn ", await TryAsync(host, key));
    }

    [Fact]
    public async Task A_right_key_forgives_the_wrong_ones_before()
    {
        await using TestHost host = await TestHost.StartAsync(settings: [new("Monitor:Access:SignInAttempts", "2")]);
        string key = await host.SupervisorKeyAsync();

        await TryAsync(host, "nonsense");
        Assert.Equal("SignedIn ", await TryAsync(host, key));
        await TryAsync(host, "nonsense");

        Assert.Equal("SignedIn ", await TryAsync(host, key));
    }

    [Fact]
    public async Task Addresses_are_told_apart_behind_our_own_proxy_and_not_by_a_header_anybody_can_send()
    {
        await using TestHost open = await TestHost.StartAsync(settings: [new("Monitor:Access:SignInAttempts", "1")]);
        await TryAsync(open, "nonsense", "203.0.113.1");
        Assert.StartsWith("TooManyAttempts", await TryAsync(open, "nonsense", "203.0.113.2"), StringComparison.Ordinal);

        await using TestHost proxied = await TestHost.StartAsync(
            settings: [new("Monitor:Access:SignInAttempts", "1"), new("Monitor:Access:ForwardedHops", "1")]);
        await TryAsync(proxied, "nonsense", "198.51.100.9, 203.0.113.1");
        Assert.Equal("WrongKey ", await TryAsync(proxied, "nonsense", "198.51.100.9, 203.0.113.2"));
        Assert.StartsWith("TooManyAttempts", await TryAsync(proxied, "nonsense", "192.0.2.7, 203.0.113.1"), StringComparison.Ordinal);
    }

    private static async Task<string> TryAsync(TestHost host, string key, string? forwardedFor = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/probe/sign-in");
        request.Headers.Add("Probe-Key", key);
        if (forwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        HttpResponseMessage response = await host.Client().SendAsync(request, Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    private static async Task<string> SignInAsync(TestHost host, string key, string? cookie = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/probe/sign-in");
        request.Headers.Add("Probe-Key", key);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        HttpResponseMessage response = await host.Client().SendAsync(request, Cancellation);
        return response.Headers.GetValues("Set-Cookie").Single();
    }

    private static Task<HttpResponseMessage> WithCookieAsync(TestHost host, HttpMethod method, string path, string cookie)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", cookie);
        return host.Client().SendAsync(request, Cancellation);
    }
}
