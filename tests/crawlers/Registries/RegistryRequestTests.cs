using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Registries;
using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.Peppol;
using Monitor.Crawlers.Registries.Sparql;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Stubs.Registries;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

public sealed class RegistryRequestTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_says_who_asks_and_what_it_reads()
    {
        await using RegistryHost host = await RegistryHost.StartAsync();

        await host.Get<AgencyCheck>().RunAsync(OrgNumber.Parse(StubAgencies.Inspectorate.OrgNumber), Cancellation);

        StubRequest[] asked = [.. host.Stub.Requests.Where(r => r.Registry is not (StubRegistry.Sml or StubRegistry.Peppol or StubRegistry.Links))];
        Assert.All(asked, r => Assert.Matches(@"^Monitor/[0-9.]+ \(\+http.*\)$", r.UserAgent));
        Assert.All(asked, r => Assert.Equal(r.Registry == StubRegistry.Sparql ? "application/sparql-results+json" : "application/json", r.Accept));
        Assert.Equal(
            [StubRegistry.Enhetsregisteret, StubRegistry.OrganizationCatalog, StubRegistry.Sparql, StubRegistry.Search, StubRegistry.EInnsyn, StubRegistry.Geonorge, StubRegistry.Doffin],
            asked.Select(r => r.Registry).Distinct().Order());
    }

    [Fact]
    public async Task The_search_is_left_alone_where_sparql_has_found()
    {
        await using RegistryHost host = await RegistryHost.StartAsync();

        await host.Get<AgencyCheck>().RunAsync(OrgNumber.Parse(StubAgencies.Directorate.OrgNumber), Cancellation);

        Assert.DoesNotContain(host.Stub.Requests, r => r.Registry == StubRegistry.Search);
    }

    [Fact]
    public async Task The_search_is_asked_by_the_full_path_of_the_day()
    {
        await using RegistryHost host = await RegistryHost.StartAsync();

        await host.Get<AgencyCheck>().RunAsync(OrgNumber.Parse(StubAgencies.Inspectorate.OrgNumber), Cancellation);

        StubRequest[] searches = [.. host.Stub.Requests.Where(r => r.Registry == StubRegistry.Search)];
        Assert.Equal(["/search/datasets", "/search/services"], searches.Select(s => s.Path).Order());
        Assert.All(searches, s => Assert.Contains("\"orgPath\":{\"value\":\"/STAT/310000302/310000507\"}", s.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_our_own_rate_limit_turns_away_is_throttled_and_never_sent()
    {
        await using RegistryHost host = await RegistryHost.StartAsync(settings:
            [("Monitor:Registries:Sparql:RateLimit", "1"), ("Monitor:Registries:Sparql:RateWindowSeconds", "3600")]);

        var answers = new List<RegistryAnswer<IReadOnlyList<CatalogueEntry>>>();
        foreach (StubAgency agency in (StubAgency[])[StubAgencies.Directorate, StubAgencies.Municipality, StubAgencies.Ministry])
            answers.Add(await host.Get<SparqlClient>().FindAsync(CatalogueKind.Datasets, OrgNumber.Parse(agency.OrgNumber), Cancellation));

        Assert.Single(answers.OfType<RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Found>());
        Assert.All(answers.Skip(1), a => Assert.Equal(ObligationReasons.Throttled, Assert.IsType<RegistryAnswer<IReadOnlyList<CatalogueEntry>>.NotDetermined>(a).Reason));
        Assert.Single(host.Stub.Requests);
    }

    [Fact]
    public async Task An_answer_is_taken_again_while_it_lasts_and_a_failure_is_not()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        await using RegistryHost host = await RegistryHost.StartAsync(clock: clock, settings: ("Monitor:Registries:Retries", "0"));
        var number = OrgNumber.Parse(StubAgencies.Directorate.OrgNumber);
        SparqlClient sparql = host.Get<SparqlClient>();

        host.Stub.Fail(StubRegistry.Sparql, StubFailure.ServerError, times: 1);
        for (int i = 0; i < 3; i++)
            await sparql.FindAsync(CatalogueKind.Datasets, number, Cancellation);
        Assert.Equal(2, host.Stub.Requests.Count);

        clock.Advance(SparqlRegistry.Definition.AnswersLast);
        await sparql.FindAsync(CatalogueKind.Datasets, number, Cancellation);
        Assert.Equal(3, host.Stub.Requests.Count);
    }

    [Fact]
    public async Task What_is_asked_at_the_same_time_is_asked_once()
    {
        await using RegistryHost host = await RegistryHost.StartAsync();
        var number = OrgNumber.Parse(StubAgencies.Directorate.OrgNumber);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Get<SparqlClient>().FindAsync(CatalogueKind.Datasets, number, Cancellation)));

        Assert.Single(host.Stub.Requests);
    }

    [Fact]
    public async Task A_not_met_never_rests_on_an_answer_taken_again()
    {
        await using RegistryHost host = await RegistryHost.StartAsync();
        var number = OrgNumber.Parse(StubAgencies.Inspectorate.OrgNumber);

        for (int i = 0; i < 2; i++)
            await host.JudgeAsync<EInvoiceReceiveCheck>(number, Cancellation);

        Assert.Equal(2, host.Stub.Requests.Count(r => r.Registry == StubRegistry.Sml));
        Assert.Equal(TimeSpan.Zero, PeppolRegistry.Definition.AnswersLast);
    }

    [Fact]
    public async Task A_registry_that_fails_again_and_again_is_left_alone_for_a_minute()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        await using RegistryHost host = await RegistryHost.StartAsync(clock: clock, settings: ("Monitor:Registries:Retries", "0"));
        SparqlClient sparql = host.Get<SparqlClient>();
        host.Stub.Fail(StubRegistry.Sparql, StubFailure.ServerError);

        for (int i = 0; i < 8; i++)
        {
            RegistryAnswer<IReadOnlyList<CatalogueEntry>> answer = await sparql.FindAsync(CatalogueKind.Datasets, OrgNumber.Parse(StubAgencies.Directorate.OrgNumber), Cancellation);
            Assert.Equal(ObligationReasons.RegistryDown, Assert.IsType<RegistryAnswer<IReadOnlyList<CatalogueEntry>>.NotDetermined>(answer).Reason);
        }
        Assert.Equal(RegistryPipeline.FailuresToBreak, host.Stub.Requests.Count);

        host.Stub.Heal(StubRegistry.Sparql);
        clock.Advance(RegistryPipeline.CircuitBreak + TimeSpan.FromSeconds(1));
        Assert.IsType<RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Found>(
            await sparql.FindAsync(CatalogueKind.Datasets, OrgNumber.Parse(StubAgencies.Directorate.OrgNumber), Cancellation));
    }

    [Fact]
    public async Task A_registry_that_asks_to_be_left_alone_is_left_alone_by_all()
    {
        await using RegistryHost host = await RegistryHost.StartAsync(settings: ("Monitor:Registries:Retries", "0"));
        host.Stub.Fail(StubRegistry.Sparql, StubFailure.TooManyRequests, retryAfter: "3600");
        SparqlClient sparql = host.Get<SparqlClient>();

        await sparql.FindAsync(CatalogueKind.Datasets, OrgNumber.Parse(StubAgencies.Directorate.OrgNumber), Cancellation);
        host.Stub.Heal(StubRegistry.Sparql);
        RegistryAnswer<IReadOnlyList<CatalogueEntry>> second = await sparql.FindAsync(CatalogueKind.Datasets, OrgNumber.Parse(StubAgencies.Municipality.OrgNumber), Cancellation);

        Assert.Equal(ObligationReasons.Throttled, Assert.IsType<RegistryAnswer<IReadOnlyList<CatalogueEntry>>.NotDetermined>(second).Reason);
        Assert.Single(host.Stub.Requests);
    }

    [Fact]
    public async Task One_registry_that_hangs_holds_up_no_other()
    {
        await using RegistryHost host = await RegistryHost.StartAsync();
        host.Stub.Fail(StubRegistry.Enhetsregisteret, StubFailure.Hang);
        var number = OrgNumber.Parse(StubAgencies.Directorate.OrgNumber);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var facts = new AgencyFacts(
            new BodyFacts(number, null, false, null, RegistryStatus.Unknown), host.Get<RegistryAsker>().FindUnitAsync(number, stop.Token), null);

        // Each of its three attempts hangs for fifteen seconds, and the others come without waiting for any.
        var judged = new ConcurrentBag<string>();
        var others = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task all = host.Get<RegistryAsker>().JudgeAsync(facts, Take, stop.Token);
        await await Task.WhenAny(all, others.Task.WaitAsync(Cancellation));
        string[] first = [.. judged];
        await stop.CancelAsync();

        Assert.DoesNotContain("1.6-registers", first);
        Assert.DoesNotContain("1.3-geodata", first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => all);

        Task Take(IObligationCheck check, ObligationResult result)
        {
            foreach (string obligation in check.Obligations)
                judged.Add(obligation);
            if (judged.ToHashSet().IsSupersetOf(["1.3-data-catalogue", "1.1-norge-no", "1.10-einvoice-receive", "1.6-einnsyn", "1.10-tendering"]))
                others.TrySetResult();
            return Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData("Search", 10, 60)]
    [InlineData("Resources", 5, 1)]
    [InlineData("PeppolDirectory", 2, 1)]
    public async Task A_documented_limit_is_the_default_and_the_stricter_of_two(string name, int limit, double seconds)
    {
        await using RegistryHost host = await RegistryHost.StartAsync();

        RegistryDefinition definition = host.Get<IEnumerable<IRegistry>>().Single(r => r.Definition.Name == name).Definition;

        Assert.Equal((limit, TimeSpan.FromSeconds(seconds)), (definition.RateLimit, definition.RateWindow));
    }
}
