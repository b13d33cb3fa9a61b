using System.Net;
using Monitor.Crawlers.Web.Fetching;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Fetching;

public sealed class ChallengePageTests
{
    /// <summary>The pages of firewalls, each as its vendor sends it, shortened.</summary>
    public static TheoryData<string, string> Challenges { get; } = new()
    {
        {
            "Cloudflare, managed challenge",
            """
            <!DOCTYPE html><html lang="nb-NO"><head><title>Bare et øyeblikk …</title><meta name="robots" content="noindex,nofollow"></head><body><noscript>Enable JavaScript and cookies to continue</noscript>
            <script>(function(){window._cf_chl_opt = {cvId: '3',cZone: 'www.eksempel.no',cType: 'managed'};var a = document.createElement('script');a.src = '/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1?ray=1';document.getElementsByTagName('head')[0].appendChild(a);}());</script></body></html>
            """
        },
        { "Cloudflare, blocked", """<html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1><span>Cloudflare Ray ID: <strong>8f2a</strong></span></body></html>""" },
        {
            "AWS WAF",
            """
            <!DOCTYPE html><html lang="en"><head><script type="text/javascript">window.awsWafCookieDomainList = [];window.gokuProps = {"key":"a","iv":"b","context":"c"};</script>
            <script src="https://1234.5678.eu-north-1.token.awswaf.com/1234/challenge.js"></script></head><body><div id="challenge-container"></div></body></html>
            """
        },
        { "Akamai, challenge", """<html><head><script src="/_sec/cp_challenge/sec-4-4.js" async></script></head><body><div id="sec-if-cpt-container"></div></body></html>""" },
        {
            "Akamai, denied",
            """
            <HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission to access "http&#58;&#47;&#47;www&#46;eksempel&#46;no&#47;" on this server.<P>
            Reference&#32;&#35;18&#46;3507d417&#46;1732449600&#46;1a2b3c<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18&#46;3507d417</BODY></HTML>
            """
        },
        {
            "Imperva",
            """
            <html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"></head><body><iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=1" frameborder=0 width="100%">
            Request unsuccessful. Incapsula incident ID: 877000160062500438-3</iframe></body></html>
            """
        },
        { "Imperva, bot protection", """<html><head><title>Pardon Our Interruption</title><script>var isSpa = false; function showBlockPage() { }</script></head><body><h1>Pardon Our Interruption</h1></body></html>""" },
        {
            "F5, rejected",
            """<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 17607532191030279631<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>"""
        },
        {
            "F5, browser check",
            """<html><head><script>(function(){window["bobcmn"] = "1011110"; window["failureConfig"] = "";})();</script><script src="/TSPD/0811?type=9"></script><noscript>Please enable JavaScript to view the page content.</noscript></head><body></body></html>"""
        },
        {
            "DataDome",
            """<html lang="nb"><head><title>eksempel.no</title></head><body><script data-cfasync="false">var dd={'rt':'c','cid':'a','hsh':'b','t':'fe','host':'geo.captcha-delivery.com'}</script><script src="https://ct.captcha-delivery.com/c.js"></script></body></html>"""
        },
        { "Sucuri, browser check", """<html><title>You are being redirected...</title><noscript>Javascript is required.</noscript><script>var s={},u,c,sucuri_cloudproxy_js='',S='YT0n';</script></html>""" },
        { "Sucuri, denied", """<html><head><title>Sucuri WebSite Firewall - Access Denied</title></head><body><h1>Access Denied - Sucuri Website Firewall</h1></body></html>""" },
    };

    [Theory]
    [MemberData(nameof(Challenges))]
    public void The_pages_of_firewalls_are_told(string firewall, string html) => Assert.True(ChallengePage.Is(html), firewall);

    [Theory]
    [MemberData(nameof(Challenges))]
    public void A_page_that_shows_one_as_an_example_is_none(string firewall, string html) =>
        Assert.False(ChallengePage.Is($"<html><head><title>Slik ser sperren ut</title></head><body><main><h1>{firewall}</h1><pre>{WebUtility.HtmlEncode(html)}</pre></main></body></html>"));

    [Theory]
    [MemberData(nameof(Challenges))]
    public void A_page_with_a_menu_is_none(string firewall, string html)
    {
        string menu = string.Concat(Enumerable.Range(0, ChallengePage.LinksOfASite).Select(i => $"<li><a href=\"/{i}\">Side {i}</a>"));
        Assert.False(ChallengePage.Is($"{html}<ul>{menu}</ul>"), firewall);
    }

    [Theory]
    [InlineData("""<title>Just a moment...</title><main><h1>Just a moment...</h1><p>Cloudflare viser _cf_chl_opt og /cdn-cgi/challenge-platform/ når den vil ha bevis.</p></main>""")]
    [InlineData("""<title>Forside</title><main>Velkommen</main><script>(function(){window.__CF$cv$params={r:'1'};var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';})();</script>""")]
    [InlineData("""<title>Forside</title><main>Velkommen</main><script src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3"></script>""")]
    [InlineData("""<title>Forside</title><script src="https://1234.eu-north-1.token.awswaf.com/1234/challenge.js" defer></script><main>Velkommen</main>""")]
    [InlineData("""<title>Forside</title><script>window.ddjskey='A';</script><script src="https://js.datadome.co/tags.js"></script><main>Velkommen</main>""")]
    [InlineData("""<title>Forside</title><main>Velkommen</main><script src="/TSPD/08fd?type=12"></script>""")]
    [InlineData("""<title>Access Denied</title><main><h1>Ingen tilgang</h1><p>Logg inn først.</p></main>""")]
    [InlineData("""<title>Request Rejected</title><main><h1>Søknaden er avslått</h1></main>""")]
    [InlineData("""<title>Kontakt</title><form><div class="cf-turnstile"></div></form><script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>""")]
    [InlineData("")]
    [InlineData("<script><title><a<script>")]
    public void A_guarded_sites_own_pages_are_none(string html) => Assert.False(ChallengePage.Is(html));

    [Theory]
    [InlineData("cf-mitigated", "challenge", true)]
    [InlineData("cf-mitigated", "Challenge ", true)]
    [InlineData("cf-mitigated", "none", false)]
    [InlineData("x-amzn-waf-action", "challenge", true)]
    [InlineData("x-amzn-waf-action", "captcha", true)]
    [InlineData("x-amzn-waf-action", "allow", false)]
    [InlineData("x-datadome", "protected", false)]
    [InlineData("server", "cloudflare", false)]
    public void Headers_announce_some(string name, string value, bool announced) =>
        Assert.Equal(announced, ChallengePage.IsAnnounced(asked => asked == name ? value : null));

    [Fact]
    public void Markup_that_means_to_take_long_does_not()
    {
        string hostile = string.Concat(Enumerable.Repeat("<script", 200_000));
        Assert.False(ChallengePage.Is(hostile));
    }
}
