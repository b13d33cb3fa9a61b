using System.Net;
using System.Text.RegularExpressions;
using Monitor.Functions.Dashboard;
using Monitor.Functions.Dashboard.National;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations.National;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>The obligations nationally, and who owes declarations.</summary>
public sealed partial class ObligationsPageTests(SharedWorld shared) : IClassFixture<SharedWorld>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null, 2, new[] { 1, 0, 0, 1, 0, 0 })]
    [InlineData("Municipality", BodyGroup.Municipality, 1, new[] { 1, 0, 0, 0, 0, 0 })]
    [InlineData("Unknown", BodyGroup.Unknown, 1, new[] { 0, 0, 0, 1, 0, 0 })]
    [InlineData("County", BodyGroup.County, 0, new[] { 0, 0, 0, 0, 0, 0 })]
    [InlineData("<script>", null, 2, new[] { 1, 0, 0, 1, 0, 0 })]
    public async Task Counts_are_those_of_the_group_asked_for(string? asked, BodyGroup? group, int agencies, int[] privacy)
    {
        ObligationsModel model = await shared.World.Host.Get<ObligationsPageQuery>().RunAsync(asked, Cancellation);

        Assert.Equal((group, agencies), (model.Group, model.Agencies));
        Assert.Equal(privacy, model.Lines.Single(l => l.Id == DeclarationSeeds.EndsSoon).Counts);
        Assert.All(model.Lines, line => Assert.Equal(agencies, line.Counts.Sum()));
    }

    [Fact]
    public async Task The_page_says_what_is_counted_as_of_when_and_by_which_edition()
    {
        (_, string html) = await shared.GetAsync(DashboardPages.Find("obligations-group"), Language.Nb);
        string text = WebUtility.HtmlDecode(html);

        Assert.Contains("Kommune, 1 i tallet.", text, StringComparison.Ordinal);
        Assert.Contains("H-8/18", text, StringComparison.Ordinal);
        Assert.Contains("24. november 2026 kl. 13.00", text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Municipality\" selected", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agencies_that_owe_declarations_come_first_and_lead_to_their_obligations()
    {
        (_, string html) = await shared.GetAsync(DashboardPages.Find("declarations"), Language.Nb);

        var paths = new Paths(Language.Nb);
        Assert.Equal([paths.Compliance(shared.World.Agency), paths.Compliance(TestHost.Foreign)], AgencyLink().Matches(html).Select(m => m.Groups[1].Value));
        Assert.Contains("2 av 2 virksomheter har egenerklæringer som mangler", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        DeclarationListModel model = await shared.World.Host.Get<ObligationsPageQuery>().DeclarationsAsync(1, Cancellation);
        Assert.Equal([(3, 1, 1, 1), (1, 1, 0, 0)], model.Agencies.Items.Select(a => (a.Asked, a.Missing, a.OutOfDate, a.EndsSoon)));
    }

    [Fact]
    public async Task Before_the_first_fold_both_pages_say_so()
    {
        await using TestHost empty = await TestHost.StartAsync();
        HttpClient browser = await empty.BrowserAsync(await empty.SupervisorKeyAsync());
        var paths = new Paths(Language.Nb);

        foreach (string path in new[] { paths.Obligations, paths.Declarations })
            Assert.Contains("Det finnes ingen tall ennå", WebUtility.HtmlDecode(await browser.GetStringAsync(path, Cancellation)), StringComparison.Ordinal);
    }

    [GeneratedRegex("<th scope=\"row\"><a class=\"ds-link\" href=\"([^\"]*)\"")]
    private static partial Regex AgencyLink();
}
