using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Findings;

public sealed class GoneAndMovedPageTests
{
    private const string Cause = "alt/main img";
    private static readonly PageSpec[] Known = [P("a", Cause).Again(Cause), P("b")];

    [Fact]
    public void A_page_gone_in_two_scans_closes_its_occurrence_and_in_the_end_the_finding()
    {
        var bench = LifeCycleBench.After([P("a", Cause).Again(Cause), P("b", Cause)], [P("a").Gone(), P("b", Cause)]);
        Assert.Equal(["a", "b"], bench.PagesOf(Cause));
        bench.Scan(P("a").Gone(), P("b", Cause));
        Assert.Equal(["b"], bench.PagesOf(Cause));

        bench.Scan(P("b").Gone(), P("c"));
        Assert.Equal(FindingState.NotVerified, bench.StateOf(Cause));
        bench.Scan(P("b").Gone(), P("c"));
        Assert.Equal((FindingState.Closed, ClosedReason.PageGone), (bench[Cause].State, bench[Cause].ClosedReason));
        Assert.Equal(0, bench.Changes().Fixed);
    }

    [Theory]
    [InlineData(PageReasons.Gone)]
    [InlineData(PageReasons.NotHtml)]
    [InlineData(PageReasons.NotDocument)]
    [InlineData(PageReasons.OutOfScope)]
    public void A_page_back_in_between_is_not_gone_twice(string reason)
    {
        var bench = LifeCycleBench.After(
            Known, [P("a").Skipped(reason), P("b")], [P("a", Cause), P("b")], [P("a").Skipped(reason), P("b")]);
        Assert.Equal(FindingState.NotVerified, bench.StateOf(Cause));
    }

    [Fact]
    public void Gone_on_one_page_and_repaired_on_the_other_is_fixed_once_the_page_is_given_up()
    {
        PageSpec[] later = [P("a").Gone(), P("b").Again()];
        var bench = LifeCycleBench.After([P("a", Cause).Again(Cause), P("b", Cause)], later);
        Assert.Equal(FindingState.NotVerified, bench.StateOf(Cause));
        bench.Scan(later);
        Assert.Equal(FindingState.Fixed, bench.StateOf(Cause));
    }

    [Fact]
    public void A_page_that_comes_back_brings_its_finding_back_as_known_not_as_news()
    {
        var bench = LifeCycleBench.After(Known, [P("a").Gone(), P("b")], [P("a").Gone(), P("b")], Known);
        Assert.Equal(FindingState.Persisting, bench.StateOf(Cause));
        Assert.Empty(bench.Changes().New);
    }

    [Fact]
    public void A_permanent_redirect_carries_occurrences_over()
    {
        var bench = LifeCycleBench.After(Known, [P("a", Cause).Moved("new"), P("b")]);
        Assert.Equal(FindingState.Persisting, bench.StateOf(Cause));
        Assert.Equal(["new"], bench.PagesOf(Cause));

        bench.Scan(P("new").Again(), P("b"));
        Assert.Equal(FindingState.Fixed, bench.StateOf(Cause));
    }

    [Fact]
    public void A_redirect_to_a_page_that_is_sampled_too_makes_one_page_of_both()
    {
        var bench = LifeCycleBench.After([P("a", Cause).Again(Cause), P("b", Cause)], [P("a").Moved("b"), P("b").Again()]);
        Assert.Equal(FindingState.Fixed, bench.StateOf(Cause));
    }

    [Fact]
    public void The_ground_of_a_moved_page_is_known_ground()
    {
        var bench = LifeCycleBench.After([P("a")], [P("a", Cause).Moved("new").Again(Cause)]);
        Assert.Equal(FindingState.New, bench.StateOf(Cause));
    }

    [Fact]
    public void A_page_that_is_sent_to_a_clean_one_for_the_time_being_is_not_verified_and_never_fixed()
    {
        PageSpec[] maintenance = [P("a").Again().Sent("maintenance"), P("b").Again()];
        var bench = LifeCycleBench.After(Known, maintenance, maintenance, maintenance);
        Assert.Equal((FindingState.NotVerified, NotVerifiedReason.PageNotAudited), (bench[Cause].State, bench[Cause].NotVerifiedReason));
        Assert.Equal(["a"], bench.PagesOf(Cause));

        bench.Scan(P("a", Cause), P("b"));
        Assert.Equal(FindingState.Persisting, bench.StateOf(Cause));
    }

    [Fact]
    public void A_second_look_that_is_sent_elsewhere_is_none_of_the_page()
    {
        var bench = LifeCycleBench.After(Known, [P("a") with { Second = P("a").Sent("maintenance") }, P("b")]);
        Assert.Equal((FindingState.NotVerified, NotVerifiedReason.NoSecondLook), (bench[Cause].State, bench[Cause].NotVerifiedReason));
    }

    [Fact]
    public void What_fails_where_a_page_is_sent_to_is_a_finding_of_that_page_and_the_page_asked_for_was_never_measured()
    {
        var bench = LifeCycleBench.After([P("b")], [P("a", Cause).Again(Cause).Sent("there"), P("b")]);
        Assert.Equal(["there"], bench.PagesOf(Cause));
        Assert.Equal(P("a").Key, bench.LastScan.Pages[P("there").Key].LookKey);

        IReadOnlyList<string> audited = bench.State.History.AuditedPages[bench.Regulation];
        Assert.Contains(P("there").Key, audited);
        Assert.DoesNotContain(P("a").Key, audited);
    }
}
