using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Sparql;
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

        Assert.Equal(Expected(registry, failure), await Lane.AskAsync(host, registry, Cancellation));
    }

    [Theory]
    [InlineData(StubRegistry.Enhetsregisteret)]
    [InlineData(StubRegistry.OrganizationCatalog)]
    [InlineData(StubRegistry.Sparql)]
    [InlineData(StubRegistry.Search)]
    [InlineData(StubRegistry.EInnsyn)]
    [InlineData(StubRegistry.Peppol)]
    public async Task A_registry_that_never_answers_is_given_up_in_time(StubRegistry registry)
    {
        var clock = new FakeTimeProvider();
        await using RegistryHost host = await RegistryHost.StartAsync(Lane.Samples, clock, settings: [("Monitor:Registries:Retries", "1")]);
        host.Stub.Fail(registry, StubFailure.Hang);
        int before = registry == StubRegistry.Peppol ? 1 : 0;

        Task<string> answer = Lane.AskAsync(host, registry, Cancellation);
        for (int i = 0; i < before; i++)
            await host.Stub.RequestArrivedAsync(Cancellation);
        for (int attempt = 0; attempt < 2; attempt++)
        {
            await host.Stub.RequestArrivedAsync(Cancellation);
            clock.Advance(TimeSpan.FromSeconds(16));
        }

        Assert.Equal(ObligationReasons.Timeout, await answer);
        Assert.Equal(2 + before, host.Stub.Requests.Count);
    }

    [Theory]
    [InlineData(StubFailure.TooManyRequests)]
    [InlineData(StubFailure.ServerError)]
    [InlineData(StubFailure.HalfBody)]
    public async Task A_passing_failure_is_tried_again(StubFailure failure)
    {
        await using RegistryHost host = await StartAsync();
        host.Stub.Fail(StubRegistry.Sparql, failure, times: 2);

        Assert.Equal("found", await Lane.AskAsync(host, StubRegistry.Sparql, Cancellation));
        Assert.Equal(3, host.Stub.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_within_the_registry_is_followed()
    {
        await using RegistryHost host = await StartAsync();
        host.Stub.Fail(StubRegistry.Sparql, StubFailure.RedirectWithin, times: 3);

        Assert.Equal("found", await Lane.AskAsync(host, StubRegistry.Sparql, Cancellation));
    }

    [Fact]
    public async Task A_long_retry_after_is_not_waited_for()
    {
        await using RegistryHost host = await StartAsync();
        host.Stub.Fail(StubRegistry.Search, StubFailure.TooManyRequests, retryAfter: "3600");

        Assert.Equal(ObligationReasons.Throttled, await Lane.AskAsync(host, StubRegistry.Search, Cancellation));
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

    private static string Expected(StubRegistry registry, StubFailure failure) => (registry, failure) switch
    {
        (StubRegistry.Sml, _) => OfDns(failure),
        (StubRegistry.Links, _) => OfLink(failure),
        // Any page of HTML is a page; whether it is a statement is for the rule to say.
        (StubRegistry.Statements, StubFailure.NotFound or StubFailure.Gone) => "absent",
        (StubRegistry.Statements, StubFailure.WrongContentType or StubFailure.OtherShape) => "found",
        (_, StubFailure.ExtraMembers) => "found",
        // What the contracts say of a 404 and a 410; everywhere else they are no answer.
        (StubRegistry.Enhetsregisteret or StubRegistry.OrganizationCatalog or StubRegistry.Resources or StubRegistry.EInnsyn or StubRegistry.Peppol, StubFailure.NotFound) => "absent",
        (StubRegistry.Enhetsregisteret, StubFailure.Gone) => "found",
        (_, StubFailure.TooManyRequests) => ObligationReasons.Throttled,
        (_, StubFailure.NotAcceptable or StubFailure.RedirectElsewhere or StubFailure.RedirectWithin) => ObligationReasons.Refused,
        (_, StubFailure.ServerError or StubFailure.HalfBody) => ObligationReasons.RegistryDown,
        _ => ObligationReasons.Malformed,
    };

    private static string OfDns(StubFailure failure) => failure switch
    {
        StubFailure.NotFound => "absent",
        StubFailure.ExtraMembers => "found",
        StubFailure.EmptyPage or StubFailure.OtherShape or StubFailure.WrongContentType => ObligationReasons.Malformed,
        _ => ObligationReasons.RegistryDown,
    };

    private static string OfLink(StubFailure failure) => failure switch
    {
        StubFailure.NotFound or StubFailure.Gone => "absent",
        StubFailure.ExtraMembers or StubFailure.WrongContentType or StubFailure.EmptyPage or StubFailure.OtherShape or StubFailure.Oversized => "found",
        _ => "unknown",
    };

    private Task<RegistryHost> StartAsync() => RegistryHost.StartAsync(Lane.Samples);
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
