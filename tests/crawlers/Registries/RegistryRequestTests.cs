using System.Threading.RateLimiting;
using Monitor.Crawlers.Registries;
using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.Search;
using Monitor.Crawlers.Registries.Sparql;
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

        Assert.All(host.Stub.Requests, r => Assert.Matches(@"^Monitor/[0-9.]+ \(\+http.*\)$", r.UserAgent));
        Assert.All(host.Stub.Requests, r => Assert.Equal(
            r.Registry == StubRegistry.Sparql ? "application/sparql-results+json" : "application/json", r.Accept));
        Assert.Equal(Enum.GetValues<StubRegistry>(), host.Stub.Requests.Select(r => r.Registry).Distinct().Order());
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
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var number = OrgNumber.Parse(StubAgencies.Directorate.OrgNumber);

        // One is let through, one waits for the next window, one is turned away.
        List<Task<RegistryAnswer<IReadOnlyList<CatalogueEntry>>>> asked =
            [.. Enumerable.Range(0, 3).Select(_ => host.Get<SparqlClient>().FindAsync(CatalogueKind.Datasets, number, waiting.Token))];
        var answers = new List<RegistryAnswer<IReadOnlyList<CatalogueEntry>>>();
        while (answers.Count < 2)
        {
            Task<RegistryAnswer<IReadOnlyList<CatalogueEntry>>> done = await Task.WhenAny(asked);
            asked.Remove(done);
            answers.Add(await done);
        }
        await waiting.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.Single());
        Assert.Single(answers.OfType<RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Found>());
        Assert.Equal(ObligationReasons.Throttled, Assert.Single(answers.OfType<RegistryAnswer<IReadOnlyList<CatalogueEntry>>.NotDetermined>()).Reason);
        Assert.Single(host.Stub.Requests);
    }

    [Fact]
    public void The_search_is_asked_ten_times_a_minute_at_most()
    {
        RegistryDefinition search = SearchRegistry.Definition;
        using RateLimiter limiter = RegistryPipeline.CreateLimiter(
            new RegistryEndpointSettings { RateLimit = search.RateLimit, RateWindowSeconds = search.RateWindow.TotalSeconds });

        bool[] taken = [.. Enumerable.Range(0, 11).Select(_ => limiter.AttemptAcquire().IsAcquired)];

        Assert.Equal([.. Enumerable.Repeat(true, 10), false], taken);
        Assert.Equal(TimeSpan.FromMinutes(1), search.RateWindow);
    }
}
