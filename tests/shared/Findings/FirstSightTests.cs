using Monitor.Shared.Findings;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Findings;

public sealed class FirstSightTests
{
    private const string Cause = "alt/main img";

    [Fact]
    public void Seen_in_both_looks_of_the_first_scan_is_first_seen()
    {
        var bench = LifeCycleBench.After([P("a", Cause).Again(Cause)]);
        Assert.Equal(FindingState.FirstSeen, bench.StateOf(Cause));
        Assert.True(bench.Changes().Baseline);
        Assert.Equal(1, bench.Changes().FirstSeen);
        Assert.Empty(bench.Changes().New);
    }

    [Fact]
    public void Seen_in_both_looks_of_a_page_that_was_clean_is_new()
    {
        var bench = LifeCycleBench.After([P("a")], [P("a", Cause).Again(Cause)]);
        Assert.Equal(FindingState.New, bench.StateOf(Cause));
        Assert.Equal(Fp(Cause), Assert.Single(bench.Changes().New).Fingerprint);
    }

    [Fact]
    public void Seen_in_both_looks_of_a_page_never_audited_is_first_seen_and_no_news()
    {
        var bench = LifeCycleBench.After([P("a")], [P("a"), P("b", Cause).Again(Cause)]);
        Assert.Equal(FindingState.FirstSeen, bench.StateOf(Cause));
        Assert.Empty(bench.Changes().New);
        Assert.Equal(1, bench.Changes().FirstSeen);
    }

    [Fact]
    public void Seen_on_a_measured_page_and_on_one_never_audited_is_new()
    {
        var bench = LifeCycleBench.After([P("a")], [P("a", Cause).Again(Cause), P("b", Cause)]);
        Assert.Equal(FindingState.New, bench.StateOf(Cause));
        Assert.Equal(["a", "b"], bench.PagesOf(Cause));
    }

    [Fact]
    public void A_page_that_failed_before_counts_as_never_audited()
    {
        var bench = LifeCycleBench.After([P("a"), P("b").Broken()], [P("a"), P("b", Cause).Again(Cause)]);
        Assert.Equal(FindingState.FirstSeen, bench.StateOf(Cause));
    }

    public static TheoryData<string> OnceSeen => ["no second look", "second look clean", "second look failed", "second look doubtful", "only the second look"];

    [Theory]
    [MemberData(nameof(OnceSeen))]
    public void Seen_once_is_unconfirmed_and_told_to_nobody(string how)
    {
        PageSpec page = how switch
        {
            "no second look" => P("a", Cause),
            "second look clean" => P("a", Cause).Again(),
            "second look failed" => P("a", Cause).AgainFailing(),
            "second look doubtful" => P("a", Cause) with { Second = P("a").Doubt(Cause) },
            _ => P("a").Again(Cause),
        };
        var bench = LifeCycleBench.After([P("a")], [page]);
        Assert.Equal(FindingState.Unconfirmed, bench.StateOf(Cause));
        Assert.Empty(bench.Changes().New);
        Assert.Equal(0, bench.Changes().Open);
    }

    [Fact]
    public void Unconfirmed_and_seen_in_the_next_first_look_is_new_and_told()
    {
        var bench = LifeCycleBench.After([P("a")], [P("a", Cause)], [P("a", Cause)]);
        Assert.Equal(FindingState.New, bench.StateOf(Cause));
        Assert.Single(bench.Changes().New);
    }

    [Fact]
    public void Unconfirmed_from_the_baseline_and_seen_again_is_first_seen_not_news()
    {
        var bench = LifeCycleBench.After([P("a", Cause)], [P("a", Cause)]);
        Assert.Equal(FindingState.FirstSeen, bench.StateOf(Cause));
        Assert.Empty(bench.Changes().New);
    }

    [Fact]
    public void Unconfirmed_and_absent_in_the_next_scan_closes_as_not_confirmed()
    {
        var bench = LifeCycleBench.After([P("a")], [P("a", Cause)], [P("a")]);
        Assert.Equal((FindingState.Closed, ClosedReason.NotConfirmed), (bench[Cause].State, bench[Cause].ClosedReason));
    }

    [Fact]
    public void Unconfirmed_and_now_doubtful_closes_as_not_confirmed()
    {
        var bench = LifeCycleBench.After([P("a")], [P("a", Cause)], [P("a").Doubt(Cause)]);
        Assert.Equal(ClosedReason.NotConfirmed, bench[Cause].ClosedReason);
    }

    [Fact]
    public void Unconfirmed_stays_so_while_it_cannot_be_looked_for()
    {
        var bench = LifeCycleBench.After([P("a"), P("b")], [P("a", Cause), P("b")]);
        foreach (PageSpec[] pages in new PageSpec[][] { [P("a").Broken(), P("b")], [P("a").WithoutRunning("alt"), P("b")], [P("b")], [P("a").Again(Cause), P("b")] })
        {
            bench.Scan(pages);
            Assert.Equal(FindingState.Unconfirmed, bench.StateOf(Cause));
        }
        bench.Scan(P("a", Cause), P("b"));
        Assert.Equal(FindingState.New, bench.StateOf(Cause));
    }

    [Fact]
    public void A_doubt_alone_is_no_finding()
    {
        var bench = LifeCycleBench.After([P("a").Doubt(Cause)], [P("a").Doubt(Cause)]);
        Assert.Empty(bench.State.Findings);
    }

    [Fact]
    public void A_cause_that_failed_and_is_doubtful_on_the_same_page_has_failed()
    {
        var bench = LifeCycleBench.After([P("a", Cause).Doubt(Cause).Again(Cause)]);
        Assert.Equal(FindingState.FirstSeen, bench.StateOf(Cause));
    }

    [Fact]
    public void One_cause_on_forty_pages_is_one_finding_with_forty_occurrences()
    {
        PageSpec[] pages = [.. Enumerable.Range(0, 40).Select(i => P($"p{i}", Cause)), P("z", Cause).Again(Cause)];
        var bench = LifeCycleBench.After(pages);
        Assert.Single(bench.State.Findings);
        Assert.Equal(41, bench[Cause].Pages);
        Assert.Equal(41, bench.PagesOf(Cause).Length);
    }
}
