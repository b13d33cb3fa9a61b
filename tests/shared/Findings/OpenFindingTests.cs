using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Findings;

public sealed class OpenFindingTests
{
    private const string Cause = "alt/main img";
    private static readonly PageSpec[] Known = [P("a", Cause).Again(Cause), P("b")];

    [Theory]
    [InlineData("first seen")]
    [InlineData("new")]
    [InlineData("reopened")]
    [InlineData("not verified")]
    [InlineData("persisting")]
    public void Seen_again_persists_and_is_no_news(string before)
    {
        LifeCycleBench bench = before switch
        {
            "first seen" => LifeCycleBench.After(Known),
            "new" => LifeCycleBench.After([P("a")], Known),
            "reopened" => LifeCycleBench.After(Known, [P("a").Again()], Known),
            "not verified" => LifeCycleBench.After(Known, [P("a").Broken(), P("b")]),
            _ => LifeCycleBench.After(Known, Known),
        };
        bench.Scan(P("a", Cause), P("b"));
        Assert.Equal(FindingState.Persisting, bench.StateOf(Cause));
        Assert.Empty(bench.Changes().New);
        Assert.Empty(bench.Changes().Reopened);
    }

    [Fact]
    public void Seen_only_in_the_second_look_persists()
    {
        var bench = LifeCycleBench.After(Known, [P("a").Again(Cause), P("b")]);
        Assert.Equal(FindingState.Persisting, bench.StateOf(Cause));
    }

    [Fact]
    public void Absent_in_both_looks_is_fixed()
    {
        var bench = LifeCycleBench.After(Known, [P("a").Again(), P("b")]);
        Assert.Equal(FindingState.Fixed, bench.StateOf(Cause));
        Assert.Equal(1, bench.Changes().Fixed);
        Assert.Equal(0, bench.Changes().Open);
    }

    public static TheoryData<string, NotVerifiedReason> Unverified => new()
    {
        { "no second look", NotVerifiedReason.NoSecondLook },
        { "second look failed", NotVerifiedReason.NoSecondLook },
        { "second look on another page", NotVerifiedReason.NoSecondLook },
        { "page failed", NotVerifiedReason.PageNotAudited },
        { "page blocked", NotVerifiedReason.PageNotAudited },
        { "robots refuse", NotVerifiedReason.PageNotAudited },
        { "rule did not run", NotVerifiedReason.RuleDidNotRun },
        { "rule did not see all of the page", NotVerifiedReason.RuleDidNotRun },
        { "rule did not see all of the page in the second look", NotVerifiedReason.NoSecondLook },
        { "rule not listed on this page", NotVerifiedReason.RuleDidNotRun },
        { "doubtful", NotVerifiedReason.CantTell },
        { "doubtful in the second look", NotVerifiedReason.CantTell },
        { "page gone once", NotVerifiedReason.PageGone },
        { "page not sampled", NotVerifiedReason.NotSampled },
    };

    [Theory]
    [MemberData(nameof(Unverified))]
    public void What_could_not_be_looked_for_is_not_verified_never_fixed(string how, NotVerifiedReason reason)
    {
        PageSpec[] pages = how switch
        {
            "no second look" => [P("a"), P("b")],
            "second look failed" => [P("a").AgainFailing(), P("b")],
            "second look on another page" => [P("a"), P("b").Again()],
            "page failed" => [P("a").Broken(), P("b")],
            "page blocked" => [P("a").Blocked(), P("b")],
            "robots refuse" => [P("a").Skipped(PageReasons.RobotsDisallowed), P("b")],
            "rule did not run" => [P("a").WithoutRunning("alt").Again(), P("b")],
            "rule did not see all of the page" => [P("a").Again().PartlyRunning("alt"), P("b")],
            "rule did not see all of the page in the second look" => [P("a") with { Second = P("a").PartlyRunning("alt") }, P("b")],
            "rule not listed on this page" => [P("a").WithoutListing("alt").Again(), P("b")],
            "doubtful" => [P("a").Doubt(Cause).Again(), P("b")],
            "doubtful in the second look" => [P("a") with { Second = P("a").Doubt(Cause) }, P("b")],
            "page gone once" => [P("a").Gone(), P("b")],
            _ => [P("b").Again()],
        };
        var bench = LifeCycleBench.After(Known, pages);
        Assert.Equal((FindingState.NotVerified, reason), (bench[Cause].State, bench[Cause].NotVerifiedReason));
        Assert.Equal(0, bench.Changes().Fixed);
        Assert.Equal(1, bench.Changes().Open);
    }

    [Fact]
    public void One_page_that_failed_keeps_a_finding_from_being_fixed()
    {
        var bench = LifeCycleBench.After([P("a", Cause).Again(Cause), P("b", Cause)], [P("a").Again(), P("b").Broken()]);
        Assert.Equal(FindingState.NotVerified, bench.StateOf(Cause));
        bench.Scan(P("a").Again(), P("b"));
        Assert.Equal(FindingState.Fixed, bench.StateOf(Cause));
    }

    [Fact]
    public void A_page_that_two_scans_did_not_sample_is_no_longer_audited_and_hinders_no_repair()
    {
        PageSpec[] later = [P("a").Again()];
        var bench = LifeCycleBench.After([P("a", Cause).Again(Cause), P("b", Cause)], later);
        Assert.Equal((FindingState.NotVerified, NotVerifiedReason.NotSampled), (bench[Cause].State, bench[Cause].NotVerifiedReason));
        bench.Scan(later);
        Assert.Equal(FindingState.Fixed, bench.StateOf(Cause));
    }

    [Fact]
    public void What_is_never_looked_for_again_is_never_fixed()
    {
        var bench = LifeCycleBench.After(Known);
        for (int i = 0; i < 4; i++)
            bench.Scan(P("b").Again());
        Assert.Equal((FindingState.NotVerified, NotVerifiedReason.NotSampled), (bench[Cause].State, bench[Cause].NotVerifiedReason));
    }

    [Fact]
    public void A_page_repaired_while_others_are_not_carries_it_no_longer()
    {
        var bench = LifeCycleBench.After([P("a", Cause).Again(Cause), P("b", Cause), P("c", Cause)], [P("a", Cause), P("b"), P("c").Broken()]);
        Assert.Equal(FindingState.Persisting, bench.StateOf(Cause));
        Assert.Equal(["a", "c"], bench.PagesOf(Cause));
        Assert.Equal(2, bench[Cause].Pages);
    }

    [Fact]
    public void Seen_again_after_it_was_fixed_is_reopened_and_told()
    {
        var bench = LifeCycleBench.After(Known, [P("a").Again(), P("b")], Known);
        Assert.Equal(FindingState.Reopened, bench.StateOf(Cause));
        Assert.Single(bench.Changes().Reopened);
        Assert.Empty(bench.Changes().New);
    }

    [Fact]
    public void Seen_once_after_it_was_fixed_waits_for_the_next_scan()
    {
        PageSpec[] repaired = [P("a").Again(), P("b")], once = [P("a", Cause), P("b")];
        var bench = LifeCycleBench.After(Known, repaired, once);
        Assert.Equal(FindingState.Unconfirmed, bench.StateOf(Cause));

        bench.Scan(once);
        Assert.Equal(FindingState.Reopened, bench.StateOf(Cause));

        bench = LifeCycleBench.After(Known, repaired, once, [P("a"), P("b")]);
        Assert.Equal(FindingState.Fixed, bench.StateOf(Cause));
        Assert.Equal(0, bench.Changes().Fixed);
    }

    [Fact]
    public void A_scan_that_audited_nothing_changes_nothing()
    {
        var bench = LifeCycleBench.After(Known, [P("a").Broken(), P("b").Gone()]);
        Assert.Empty(bench.Last.Findings);
        Assert.Equal(FindingState.FirstSeen, bench.StateOf(Cause));
        Assert.Equal(bench.Before.History, bench.Last.History);
    }

    [Fact]
    public void Setting_aside_follows_the_fingerprint_changes_no_state_and_ends_on_its_date()
    {
        var bench = LifeCycleBench.After([P("a"), P("b")], Known, [P("a").Again(), P("b")]);
        bench.SetAside(Cause, new DateTimeOffset(2026, 11, 5, 12, 0, 0, TimeSpan.Zero)); // Scans run on 2, 3, 4, 5 and 6 November.

        bench.Scan(Known);
        Assert.Equal(FindingState.Reopened, bench.StateOf(Cause));
        Assert.Empty(bench.Changes().Reopened);
        Assert.Equal(0, bench.Changes().Open);

        bench.Scan(Known);
        Assert.Equal(FindingState.Persisting, bench.StateOf(Cause));
        Assert.Equal(1, bench.Changes().Open);
    }

    [Fact]
    public void The_moment_a_state_was_entered_stays_while_it_lasts()
    {
        var bench = LifeCycleBench.After(Known, Known);
        DateTimeOffset since = bench[Cause].StateSince, first = bench[Cause].FirstSeenAt;
        bench.Scan(Known);
        Assert.Equal(since, bench[Cause].StateSince);
        Assert.Equal(first, bench[Cause].FirstSeenAt);
        Assert.True(bench[Cause].LastSeenAt > since);
    }
}
