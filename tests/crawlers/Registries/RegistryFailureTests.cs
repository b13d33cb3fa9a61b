using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Registries;
using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Enhetsregisteret;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.OrganizationCatalog;
using Monitor.Crawlers.Registries.Search;
using Monitor.Crawlers.Registries.Sparql;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Stubs.Registries;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>Every failure thrown at every registry: "not determined" is never taken for "not met", nor for "nothing there".</summary>
public abstract class RegistryFailureTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    // A hang needs a clock of its own: see below.
    private static readonly StubFailure[] Failures = [.. Enum.GetValues<StubFailure>().Where(f => f != StubFailure.Hang)];

    private protected abstract RegistryLane Lane { get; }

    public static TheoryData<StubRegistry, StubFailure> EveryFailure
    {
        get
        {
            var data = new TheoryData<StubRegistry, StubFailure>();
            foreach (StubRegistry registry in Enum.GetValues<StubRegistry>())
            {
                foreach (StubFailure failure in Failures)
                    data.Add(registry, failure);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryFailure))]
    public async Task A_client_tells_failure_from_absence(StubRegistry registry, StubFailure failure)
    {
        await using RegistryHost host = await StartAsync();
        host.Stub.Fail(registry, failure);

        Assert.Equal(Expected(registry, failure), await AskAsync(host, registry));
    }

    [Theory]
    [MemberData(nameof(EveryFailure))]
    public async Task No_failure_makes_an_obligation_not_met(StubRegistry registry, StubFailure failure)
    {
        await using RegistryHost host = await StartAsync();
        host.Stub.Fail(registry, failure);

        foreach (OrgNumber agency in (OrgNumber[])[Lane.StateBody, Lane.WithoutEntries, Lane.Municipality])
        {
            ComplianceMatrix matrix = await host.Get<AgencyCheck>().RunAsync(agency, Cancellation);
            Assert.DoesNotContain(matrix.Obligations, o => o.Outcome == ObligationOutcome.NotMet);
        }
    }

    [Theory]
    [InlineData(StubRegistry.Enhetsregisteret)]
    [InlineData(StubRegistry.OrganizationCatalog)]
    [InlineData(StubRegistry.Sparql)]
    [InlineData(StubRegistry.Search)]
    public async Task A_registry_that_never_answers_is_given_up_in_time(StubRegistry registry)
    {
        var clock = new FakeTimeProvider();
        await using RegistryHost host = await RegistryHost.StartAsync(Lane.Samples, clock, settings: [("Monitor:Registries:Retries", "1")]);
        host.Stub.Fail(registry, StubFailure.Hang);

        Task<string> answer = AskAsync(host, registry);
        for (int attempt = 0; attempt < 2; attempt++)
        {
            await host.Stub.RequestArrivedAsync(Cancellation);
            clock.Advance(TimeSpan.FromSeconds(16));
        }

        Assert.Equal(ObligationReasons.Timeout, await answer);
        Assert.Equal(2, host.Stub.Requests.Count);
    }

    [Theory]
    [InlineData(StubFailure.TooManyRequests)]
    [InlineData(StubFailure.ServerError)]
    [InlineData(StubFailure.HalfBody)]
    public async Task A_passing_failure_is_tried_again(StubFailure failure)
    {
        await using RegistryHost host = await StartAsync();
        host.Stub.Fail(StubRegistry.Sparql, failure, times: 2);

        Assert.Equal("found", await AskAsync(host, StubRegistry.Sparql));
        Assert.Equal(3, host.Stub.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_within_the_registry_is_followed()
    {
        await using RegistryHost host = await StartAsync();
        host.Stub.Fail(StubRegistry.Sparql, StubFailure.RedirectWithin, times: 3);

        Assert.Equal("found", await AskAsync(host, StubRegistry.Sparql));
    }

    [Fact]
    public async Task A_long_retry_after_is_not_waited_for()
    {
        await using RegistryHost host = await StartAsync();
        host.Stub.Fail(StubRegistry.Search, StubFailure.TooManyRequests, retryAfter: "3600");

        Assert.Equal(ObligationReasons.Throttled, await AskAsync(host, StubRegistry.Search));
        Assert.Single(host.Stub.Requests);
    }

    [Fact]
    public async Task Cancelling_is_no_answer()
    {
        await using RegistryHost host = await StartAsync();
        host.Stub.Fail(StubRegistry.Sparql, StubFailure.Hang);
        using var cancelled = new CancellationTokenSource();

        Task answer = host.Get<SparqlClient>().FindAsync(CatalogueKind.Datasets, Lane.Publisher, cancelled.Token);
        await host.Stub.RequestArrivedAsync(Cancellation);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    private static string Expected(StubRegistry registry, StubFailure failure) => failure switch
    {
        StubFailure.ExtraMembers => "found",
        StubFailure.NotFound when registry is StubRegistry.Enhetsregisteret or StubRegistry.OrganizationCatalog => "absent",
        StubFailure.Gone when registry is StubRegistry.Enhetsregisteret => "found",
        StubFailure.TooManyRequests => ObligationReasons.Throttled,
        StubFailure.NotAcceptable or StubFailure.RedirectElsewhere or StubFailure.RedirectWithin => ObligationReasons.Refused,
        StubFailure.ServerError or StubFailure.HalfBody => ObligationReasons.RegistryDown,
        _ => ObligationReasons.Malformed,
    };

    private Task<RegistryHost> StartAsync() => RegistryHost.StartAsync(Lane.Samples);

    private async Task<string> AskAsync(RegistryHost host, StubRegistry registry) => registry switch
    {
        StubRegistry.Enhetsregisteret => Name(await host.Get<EnhetsregisteretClient>().FindAsync(Lane.StateBody, Cancellation)),
        StubRegistry.OrganizationCatalog => Name(await host.Get<OrganizationCatalogClient>().FindOrgPathAsync(Lane.InCatalogue, Cancellation)),
        StubRegistry.Sparql => Name(await host.Get<SparqlClient>().FindAsync(CatalogueKind.Datasets, Lane.Publisher, Cancellation)),
        _ => Name(await host.Get<SearchClient>().FindAsync(CatalogueKind.Datasets, Lane.SearchedPath, Lane.Searched, Cancellation)),
    };

    private static string Name<T>(RegistryAnswer<T> answer) => answer switch
    {
        RegistryAnswer<T>.NotDetermined failure => failure.Reason,
        RegistryAnswer<T>.Absent => "absent",
        _ => "found",
    };
}

/// <summary>Over samples of our own.</summary>
public sealed class OwnSamplesFailureTests : RegistryFailureTests
{
    private protected override RegistryLane Lane => RegistryLane.Own;
}

/// <summary>Over recorded samples, where they are at hand.</summary>
public sealed class RecordedSamplesFailureTests : RegistryFailureTests
{
    private protected override RegistryLane Lane => RegistryLane.Recorded();
}
