using Monitor.Functions.Dashboard.Agencies;
using Monitor.Functions.Dashboard.Findings;
using Monitor.Functions.Dashboard.National;
using Monitor.Functions.Dashboard.Scans;
using Monitor.Functions.Dashboard.Solutions;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>What pages read, before anything is drawn.</summary>
public sealed class QueryTests(SharedWorld shared) : IClassFixture<SharedWorld>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FindingState.New, FindingGroup.New)]
    [InlineData(FindingState.Reopened, FindingGroup.Reopened)]
    [InlineData(FindingState.FirstSeen, FindingGroup.FirstSeen)]
    [InlineData(FindingState.Persisting, FindingGroup.Persisting)]
    [InlineData(FindingState.NotVerified, FindingGroup.NotVerified)]
    [InlineData(FindingState.Unconfirmed, FindingGroup.Unconfirmed)]
    [InlineData(FindingState.Fixed, FindingGroup.Fixed)]
    [InlineData(FindingState.Closed, FindingGroup.Closed)]
    public void Each_state_has_its_group(FindingState state, FindingGroup group) =>
        Assert.Equal(group, FindingGroups.Of(new FindingRow { State = state }, TestHost.Start));

    [Theory]
    [InlineData(FindingState.New, 1, FindingGroup.SetAside)]
    [InlineData(FindingState.New, -1, FindingGroup.New)]
    [InlineData(FindingState.Fixed, 1, FindingGroup.Fixed)]
    public void Set_aside_is_a_group_of_its_own_while_it_lasts_and_the_finding_is_there(FindingState state, int days, FindingGroup group) =>
        Assert.Equal(group, FindingGroups.Of(
            new FindingRow { State = state, SetAsideReason = SetAsideReason.PlannedRepair, SetAsideUntil = TestHost.Start.AddDays(days) }, TestHost.Start));

    [Fact]
    public async Task A_solution_shows_its_most_urgent_findings_first()
    {
        var query = shared.World.Host.Get<SolutionPageQuery>();

        SolutionPageModel page = (await query.RunAsync(shared.World.Solution, null, 1, Cancellation))!;

        Assert.Equal(FindingGroup.New, page.Group);
        Assert.Equal(Enum.GetValues<FindingGroup>(), page.States.Select(s => s.Group));
        Assert.Equal(2, page.Findings.Total);
        Assert.Equal(ScanStatus.Partial, page.LastEnded?.Status);
        Assert.True(page.Trend[0].FinishedAt < page.Trend[^1].FinishedAt);
    }

    [Fact]
    public async Task A_group_without_findings_falls_back_to_the_most_urgent()
    {
        SolutionPageModel page = (await shared.World.Host.Get<SolutionPageQuery>().RunAsync(shared.World.Unmeasured, FindingGroup.Fixed, 1, Cancellation))!;

        Assert.Null(page.Group);
        Assert.Empty(page.Findings.Items);
    }

    [Fact]
    public async Task A_link_that_is_no_longer_understood_leads_to_the_first_page()
    {
        ScanListModel? scans = await shared.World.Host.Get<SolutionPageQuery>().ScansAsync(shared.World.Solution, "not ours", Cancellation);
        FindingPageModel? finding = await shared.World.Host.Get<FindingPageQuery>()
            .RunAsync(shared.World.Solution, shared.World.Finding, "not ours", null, Cancellation);

        Assert.Equal(shared.World.Running.ToString(), scans!.Scans[0].RowKey);
        Assert.NotNull(scans.Next);
        Assert.Equal(10, finding!.Occurrences.Count);
    }

    [Fact]
    public async Task Nothing_is_read_for_what_cannot_be_a_key()
    {
        var query = shared.World.Host.Get<FindingPageQuery>();

        Assert.Null(await query.RunAsync(shared.World.Solution, "a|b#c", null, null, Cancellation));
        Assert.Null(await query.ScreenshotAsync(shared.World.Solution, shared.World.Finding, "../../keyring", Cancellation));
    }

    [Fact]
    public async Task Random_pages_come_last_those_not_measured_first_in_each_part_and_second_looks_are_left_out()
    {
        ScanPageModel page = (await shared.World.Host.Get<ScanPageQuery>().RunAsync(shared.World.Finished, 1, Cancellation))!;

        Assert.Equal([(PageKind.Contact, PageStatus.Failed), (PageKind.Start, PageStatus.Audited), (PageKind.Random, PageStatus.Blocked), (PageKind.Random, PageStatus.Audited)], page.Pages.Items.Take(4).Select(p => (p.Kind, p.Status)));
        Assert.DoesNotContain(page.Pages.Items, p => p.SecondLook);
        Assert.Equal(63, page.PagesDone);
    }

    [Theory]
    [InlineData("nb", "Tilfeldig trukne sider har feil som ingen av de andre sidene har")]
    [InlineData("nn", "Tilfeldig trekte sider har feil som ingen av dei andre sidene har")]
    [InlineData("en", "Pages drawn at random have failures that no other page has")]
    public async Task A_scan_says_when_only_its_random_pages_show_a_kind_of_failure(string language, string note)
    {
        HttpClient browser = await shared.World.Host.BrowserAsync(shared.World.SupervisorKey);

        Assert.Contains(note, System.Net.WebUtility.HtmlDecode(await browser.GetStringAsync($"/{language}/scans/{shared.World.Finished}", Cancellation)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("øvre", 1)]
    [InlineData("999 888", 1)]
    [InlineData("zzz", 0)]
    public async Task Agencies_are_found_by_name_or_number(string text, int found) =>
        Assert.Equal(found, (await shared.World.Host.Get<AgencyListQuery>().RunAsync(text, 1, Cancellation)).Agencies.Total);

    [Fact]
    public async Task The_overview_says_when_there_is_none_yet()
    {
        await using TestHost empty = await TestHost.StartAsync();

        Assert.Null((await empty.Get<OverviewPageQuery>().RunAsync(1, Cancellation)).Statistics);
        HttpClient browser = await empty.BrowserAsync(await empty.SupervisorKeyAsync());
        Assert.Contains("Det finnes ingen oversikt ennå", System.Net.WebUtility.HtmlDecode(await browser.GetStringAsync("/nb", Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trend_marks_where_the_rules_changed()
    {
        TrendRow[] points = [Point(3, "axe 4.13"), Point(9, "axe 4.14"), Point(0, "axe 4.14")];
        var shape = new TrendShape(points);

        Assert.Equal([false, true, false], Enumerable.Range(0, 3).Select(shape.EngineChanged));
        Assert.True(shape.Y(9) < shape.Y(3));
        Assert.Equal(Geometry.Height - Geometry.Bottom, shape.Y(0));
        Assert.Equal(3, shape.Line.Split(' ').Length);
        Assert.Equal("<text class=\"m-chart__label\" x=\"1\" y=\"2\" text-anchor=\"end\">&lt;b&gt;</text>", TrendShape.Text(1, 2, "end", "<b>"));
    }

    private static TrendRow Point(int open, string rules) => new() { OpenFindings = open, RuleSets = rules };
}
