using Monitor.Shared.Findings;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Findings;

public sealed class CandidateTests
{
    private const string Cause = "alt/main img";
    private static readonly PageSpec[] Known = [P("a", Cause).Again(Cause), P("b")];

    private static string[] After(PageSpec[][] before, params PageSpec[] pages)
    {
        var bench = LifeCycleBench.After(before);
        return [.. Candidate.Of(bench.State, bench.Observe(pages)).Select(c => c.Fingerprint)];
    }

    [Fact]
    public void What_failed_newly_is_a_candidate_on_each_page_it_failed_on()
    {
        var bench = LifeCycleBench.After([P("a"), P("b"), P("c")]);
        Candidate candidate = Assert.Single(Candidate.Of(bench.State, bench.Observe(P("a", Cause), P("b"), P("c", Cause))));
        Assert.Equal(new[] { P("a").Key, P("c").Key }.Order(StringComparer.Ordinal), candidate.Pages);
    }

    [Fact]
    public void What_failed_again_after_it_was_over_is_one() =>
        Assert.Equal([Fp(Cause)], After([Known, [P("a").Again(), P("b")]], P("a", Cause), P("b")));

    [Fact]
    public void What_is_absent_from_every_page_that_carried_it_is_one() =>
        Assert.Equal([Fp(Cause)], After([Known], P("a"), P("b")));

    [Fact]
    public void What_persists_is_none() => Assert.Empty(After([Known], P("a", Cause), P("b")));

    [Fact]
    public void What_is_unconfirmed_is_none_since_the_first_look_decides() =>
        Assert.Empty(After([[P("a")], [P("a", Cause)]], P("a", Cause)));

    public static TheoryData<string> Undecidable =>
        ["failed page", "rule did not run", "rule did not see all of the page", "sent elsewhere", "doubtful", "gone", "not sampled", "other version", "not required"];

    [Theory]
    [MemberData(nameof(Undecidable))]
    public void What_a_second_look_could_not_decide_is_none(string how)
    {
        var bench = LifeCycleBench.After(Known);
        if (how == "not required")
        {
            bench = LifeCycleBench.After([P("a", "nontext/x").Again("nontext/x"), P("b")]);
            bench.Regulation = "no-private-2013";
        }
        PageSpec page = how switch
        {
            "failed page" => P("a").Broken(),
            "rule did not run" => P("a").WithoutRunning("alt"),
            "rule did not see all of the page" => P("a").PartlyRunning("alt"),
            "sent elsewhere" => P("a").Sent("c"),
            "doubtful" => P("a").Doubt(Cause),
            "gone" => P("a").Gone(),
            "other version" => P("a").In("2"),
            "not required" => P("a"),
            _ => P("c"),
        };
        Assert.Empty(Candidate.Of(bench.State, bench.Observe(page, P("b"))));
    }

    [Fact]
    public void Pages_are_chosen_that_cover_most_candidates()
    {
        Candidate[] candidates = [new("1", ["a", "b"]), new("2", ["b"]), new("3", ["b", "c"]), new("4", ["d"]), new("5", ["d"]), new("6", ["e"])];
        Assert.Equal(["b", "d", "e"], SecondLooks.Choose(candidates, 10));
        Assert.Equal(["b", "d"], SecondLooks.Choose(candidates, 2));
        Assert.Empty(SecondLooks.Choose(candidates, 0));
    }

    [Fact]
    public void Of_equal_pages_the_first_key_is_chosen_whatever_the_order() =>
        Assert.Equal(["a"], SecondLooks.Choose([new("1", ["b", "a"])], 10));

    [Fact]
    public void No_candidates_need_no_page() => Assert.Empty(SecondLooks.Choose([], 10));
}
