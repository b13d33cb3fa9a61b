using Monitor.Crawlers.Registries.Statements;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;
using Monitor.Stubs.Registries;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>1.8-statement: the four ways to not met, the cases that nobody can tell, and what meets.</summary>
public sealed class StatementTests
{
    private const string Id = "0b8f6f5e-1d2c-4a3b-9c4d-5e6f7a8b9c0d";
    private const string Link = "https://uustatus.no/nb/erklaringer/publisert/" + Id;
    private const string Linked = "<main><h1>Hei</h1></main><footer><a href='/om'>Om oss</a><a href='" + Link + "'>Tilgjengelighetserklæring</a><a href='/x'>X</a></footer>";
    private const string NotLinked = "<main><h1>Hei</h1></main><footer><a href='/om'>Om oss</a><a href='/personvern'>Personvern</a><a href='/x'>X</a></footer>";
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly OrgNumber Owner = OrgNumber.Parse(StubAgencies.Directorate.OrgNumber);
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Linked_published_for_the_right_body_and_within_a_year_meets()
    {
        ObligationResult result = await JudgeAsync(Linked, Statement());

        Assert.Equal(ObligationOutcome.Met, result.Outcome);
        Assert.Contains(result.Evidence, e => e.Url == Link && e.Fact.Contains("It declares 2 of 48 criteria broken.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Not_met_first_no_link()
    {
        AssertNotMet(ObligationReasons.StatementMissing, await JudgeAsync(NotLinked, Statement()));
        AssertNotMet(ObligationReasons.StatementMissing, await JudgeAsync(NotLinked + "<script src='/app.js'></script>", Statement()));
        AssertNotMet(ObligationReasons.StatementMissing, await JudgeAsync("<h1>Hei</h1><p>Ingen bunn.</p>", Statement()));
    }

    [Fact]
    public async Task Not_met_second_a_dead_link()
    {
        AssertNotMet(ObligationReasons.StatementMissing, await JudgeAsync(Linked, null));
        await using RegistryHost host = await StartAsync(Linked, Statement());
        host.Stub.Fail(StubRegistry.Statements, StubFailure.Gone);

        AssertNotMet(ObligationReasons.StatementMissing, await JudgeAsync(host));
    }

    [Theory]
    [InlineData("23.11.2025", true)]
    [InlineData("24.11.2025", false)]
    [InlineData("23. november 2025", true)]
    public async Task Not_met_third_a_date_over_a_year_old(string date, bool old)
    {
        ObligationResult result = await JudgeAsync(Linked, Statement(updated: date));

        if (old)
            AssertNotMet(ObligationReasons.StatementOld, result);
        else
            Assert.Equal(ObligationOutcome.Met, result.Outcome);
    }

    [Fact]
    public async Task Not_met_fourth_a_criterion_declared_met_that_has_confirmed_failures()
    {
        ObligationResult result = await JudgeAsync(Linked, Statement(), failed: ["1.1.1", "2.4.3"]);

        AssertNotMet(ObligationReasons.StatementContradicted, result);
        Assert.Contains(result.Evidence, e => e.Fact == "The statement calls criteria 1.1.1 met, and we have confirmed failures of them.");
    }

    [Fact]
    public async Task What_is_declared_broken_and_not_found_is_no_fault()
    {
        ObligationResult result = await JudgeAsync(Linked, Statement(), failed: ["2.4.3"]);

        Assert.Equal(ObligationOutcome.Met, result.Outcome);
        Assert.Contains(result.Evidence, e => e.Fact == "Declared broken and not found by us: 1.3.1. That is no fault.");
    }

    [Fact]
    public async Task Nobody_can_tell_by_another_bodys_statement()
    {
        ObligationResult result = await JudgeAsync(Linked, Statement(body: StubAgencies.Ministry.OrgNumber, updated: "01.01.2020"), failed: ["1.1.1"]);

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.StatementOfAnother), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task Nobody_can_tell_by_a_template_with_fewer_criteria()
    {
        ObligationResult result = await JudgeAsync(Linked, Statement(criteria: 35), failed: ["1.1.1"]);

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.StatementTemplate), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData("<!doctype html><title>Noe annet</title><h1>Velkommen</h1><p>310000205</p>")]
    [InlineData("<!doctype html><title>x</title><h1>Tilgjengelighetserklæring for x.no</h1><p>Sist oppdatert: 01.05.2026</p>")]
    [InlineData("<!doctype html><title>x</title><h1>Tilgjengelighetserklæring for x.no</h1><p>310000205</p>")]
    public async Task Nobody_can_tell_by_a_page_of_unknown_markup_and_it_is_kept(string page)
    {
        await using RegistryHost host = await StartAsync(Linked, page);

        ObligationResult result = await JudgeAsync(host);

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.StatementUnclear), (result.Outcome, result.Reason));
        string name = $"evidence/{Owner}/statement-{Base32.Hash(page)}.html";
        Assert.Equal(page, (await host.Get<IBlobs>().ReadAsync(name, Cancellation))?.ToString());
        Assert.Contains(result.Evidence, e => e.Url == Link && e.Fact == $"The page is kept as {name}.");
    }

    [Fact]
    public async Task A_list_that_is_not_whole_calls_nothing_met()
    {
        ObligationResult result = await JudgeAsync(Linked, Statement(broken: 5), failed: ["1.1.1"]);

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.StatementUnclear), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData("<div id='app'></div><script src='/app.js'></script>")]
    [InlineData("<main><a href='/a'>A</a></main><footer></footer><script src='/footer.js'></script>")]
    [InlineData("<footer><a href='/a'>A</a><a href='/b'>B</a><a href='https://uustatus.no/nb/erklaringer'>Erklæringer</a></footer>")]
    [InlineData("<footer><a href='/a'>A</a><a href='/b'>B</a><a href='missing-page'>Tilgjengelighetserklæring</a></footer>")]
    public async Task A_start_page_that_does_not_tell_accuses_nobody(string page)
    {
        ObligationResult result = await JudgeAsync(page, Statement());

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.StatementUnclear), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_page_with_more_markup_than_is_read_accuses_nobody()
    {
        string endless = string.Concat(Enumerable.Repeat("<div>", 600)) + NotLinked;

        Assert.False((await JudgeAsync(endless, Statement())).Determined);
        Assert.Equal(ObligationReasons.Malformed, (await JudgeAsync(Linked, endless)).Reason);
    }

    [Fact]
    public async Task A_page_of_its_own_about_the_statement_is_followed_once()
    {
        string start = NotLinked.Replace("<a href='/x'>X</a>", "<a href='om-erklaringen.html'>Tilgjengelegheitserklæring</a>", StringComparison.Ordinal);

        Assert.Equal(ObligationOutcome.Met, (await JudgeAsync(start, Statement())).Outcome);
    }

    [Theory]
    [InlineData(StubRegistry.Statements)]
    [InlineData(StubRegistry.Links)]
    public async Task What_is_down_is_not_missing(StubRegistry down)
    {
        await using RegistryHost host = await StartAsync(Linked, Statement());
        host.Stub.Fail(down, StubFailure.ServerError);

        Assert.False((await JudgeAsync(host)).Determined);
    }

    [Fact]
    public async Task Without_a_measured_solution_there_is_nothing_to_judge()
    {
        await using RegistryHost host = await StartAsync(Linked, Statement());

        Assert.Equal(ObligationReasons.NoScan, (await host.JudgeAsync<StatementCheck>(Owner, Cancellation, new SiteFacts([]))).Reason);
        Assert.DoesNotContain(host.Stub.Requests, r => r.Registry == StubRegistry.Statements);
    }

    [Fact]
    public void The_composed_page_is_read()
    {
        string? html = RegistryLane.Recorded().Samples.Find(StubRegistry.Statements, Id);

        StatementPage page = StatementPage.Read(html!);

        Assert.Equal(("Eksempeletaten.no", new DateOnly(2026, 5, 1), null), (page.About, page.Updated, page.Broken));
        Assert.Equal(["1.3.1", "2.4.3"], page.Declared.Order());
        Assert.Equal("991825827", Assert.Single(page.Bodies).Value);
    }

    private static void AssertNotMet(string reason, ObligationResult result) =>
        Assert.Equal((ObligationOutcome.NotMet, reason, true), (result.Outcome, result.Reason, result.NeedsSecondObservation));

    private static string Statement(string body = "310 000 205", string updated = "01.05.2026", int broken = 2, int criteria = 48) => $"""
        <!doctype html><html lang="nb"><head><title>Tilgjengelighetserklæring for eksempel.no | uustatus</title></head>
        <body><h1>Tilgjengelighetserklæring for eksempel.no</h1><p>Delvis i samsvar: brudd på {broken} av {criteria} krav</p>
        <p>Virksomhet: Direktoratet for eksempler ({body})</p><p>Sist oppdatert: {updated}</p>
        <ul><li>1.3.1 Informasjon og relasjoner</li><li>2.4.3 Fokusrekkefølge</li></ul></body></html>
        """;

    private static Task<RegistryHost> StartAsync(string startPage, string? statement) =>
        RegistryHost.StartAsync(new Pages(startPage, statement), new MovedClock(Now), settings: ("Monitor:Registries:Retries", "0"));

    private static async Task<ObligationResult> JudgeAsync(string startPage, string? statement, params string[] failed)
    {
        await using RegistryHost host = await StartAsync(startPage, statement);
        return await JudgeAsync(host, failed);
    }

    private static Task<ObligationResult> JudgeAsync(RegistryHost host, params string[] failed)
    {
        string start = $"{host.Stub.BaseAddress(StubRegistry.Links)}/start.html";
        var solution = new SolutionFacts(SolutionId.New(Owner), start, true, failed.Length, failed, 30, 30, 31, 48);
        return host.JudgeAsync<StatementCheck>(Owner, Cancellation, new SiteFacts([solution]));
    }

    private sealed class Pages(string startPage, string? statement) : ISampleSource
    {
        public string? Find(StubRegistry registry, string name) => (registry, name) switch
        {
            (StubRegistry.Links, "start.html") => startPage,
            (StubRegistry.Links, "om-erklaringen.html") => $"<p>Se <a href='{Link}'>erklæringen</a></p>",
            (StubRegistry.Statements, Id) => statement,
            _ => null,
        };
    }
}
