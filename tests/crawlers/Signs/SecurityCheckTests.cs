using Monitor.Crawlers.Registries.Links;
using Monitor.Crawlers.Signs.Security;
using Monitor.Crawlers.Tests.Registries;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Obligations;
using Monitor.Tests.Support;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Signs;

public sealed class SecurityCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Contact: mailto:sikkerhet@etaten.example\nExpires: 2027-01-01T00:00:00.000Z\n", SecurityTxtState.Current)]
    [InlineData("# Hei\r\ncontact: https://etaten.example/s\r\nEXPIRES: 2027-01-01T00:00:00z\r\n", SecurityTxtState.Current)]
    [InlineData("Contact: mailto:sikkerhet@etaten.example\nExpires: 2026-01-01T00:00:00.000Z\n", SecurityTxtState.Expired)]
    [InlineData("Contact: mailto:sikkerhet@etaten.example\n", SecurityTxtState.Expired)]
    [InlineData("#Contact: mailto:sikkerhet@etaten.example\n", SecurityTxtState.None)]
    [InlineData("<!doctype html><title>Fant ikke siden</title><a href='/kontakt'>Contact</a>", SecurityTxtState.None)]
    internal async Task A_file_counts_with_a_contact_and_a_date_that_has_not_passed(string text, SecurityTxtState state)
    {
        await using RegistryHost host = await RegistryHost.StartAsync(clock: new MovedClock(Now));

        Assert.Equal(state, new SecurityTxt(host.Get<PoliteFetcher>(), new MovedClock(Now)).Read(text));
    }

    [Theory]
    [InlineData(404, "has no security.txt")]
    [InlineData(500, "could not be told")]
    public async Task Only_a_site_that_says_so_has_no_file(int status, string says)
    {
        await using RegistryHost host = await RegistryHost.StartAsync(clock: new MovedClock(Now));
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        host.Get<OutboundPolicy>().AllowOriginOf(site.Url("/"));
        site.Status("/.well-known/security.txt", status);

        ObligationResult result = await host.JudgeAsync<SecurityCheck>(
            SeenSite.Owner, Cancellation, new SiteFacts([SeenSite.Of("<p>Hei</p>").Solution with { Url = site.Url("/") }]));

        Assert.Contains(says, result.Evidence[^1].Fact, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_tell_of_https_and_hsts_and_the_file_is_asked_for_at_the_site_itself()
    {
        await using RegistryHost host = await RegistryHost.StartAsync(clock: new MovedClock(Now));
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        host.Get<OutboundPolicy>().AllowOriginOf(site.Url("/"));
        site.Text("/.well-known/security.txt", "Contact: mailto:sikkerhet@etaten.example\nExpires: 2027-01-01T00:00:00Z\n");
        SolutionFacts solution = SeenSite.Of("<p>Hei</p>").With("/sikker", v => v with { Hsts = "max-age=31536000; includeSubDomains" })
            .With("/usikker", v => v with { Url = new Uri("http://www.etaten.example/usikker"), Hsts = "max-age=31536000" }).Solution with
        { Url = site.Url("/nb/") };

        ObligationResult result = await host.JudgeAsync<SecurityCheck>(SeenSite.Owner, Cancellation, new SiteFacts([solution]));

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.IndicatorOnly), (result.Outcome, result.Reason));
        Assert.Equal(
            ["2 of 3 pages read came over HTTPS.", "1 of 3 pages read ask browsers to use HTTPS only (HSTS), for 365 days at least."],
            result.Evidence.Take(2).Select(e => e.Fact));
        Assert.StartsWith("The site has a valid security.txt", result.Evidence[2].Fact, StringComparison.Ordinal);
    }
}
