using Monitor.Shared.Findings;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Findings;

public sealed class TemplateMatchingTests
{
    private const string Old = "label/div.old/Søk/search";
    private const string Successor = "label/div.fresh/Søk/search";
    private static readonly string[] Others = ["alt/1", "alt/2", "alt/3"];
    private static readonly PageSpec[] Known = [P("a", [Old, .. Others]).Again([Old, .. Others])];

    [Fact]
    public void Same_rule_name_and_landmark_on_the_same_page_continues_under_the_new_fingerprint()
    {
        var bench = LifeCycleBench.After(Known, [P("a", [Successor, .. Others])]);
        Assert.Equal((FindingState.Closed, ClosedReason.Replaced), (bench[Old].State, bench[Old].ClosedReason));
        Assert.Equal(Fp(Successor), bench[Old].ReplacedBy);
        Assert.Equal(FindingState.Persisting, bench.StateOf(Successor));
        Assert.Equal(bench[Old].FirstSeenAt, bench[Successor].FirstSeenAt);
        Assert.Empty(bench.Changes().New);
        Assert.Equal(0, bench.Changes().Fixed);
        Assert.Null(bench.Changes().HoldReason);
    }

    [Fact]
    public void It_needs_no_second_look()
    {
        var bench = LifeCycleBench.After(Known);
        Assert.Empty(Candidate.Of(bench.State, bench.Observe(P("a", [Successor, .. Others]))));
    }

    [Theory]
    [InlineData("label/div.fresh/Meny/search")]
    [InlineData("label/div.fresh/Søk/main")]
    [InlineData("contrast/div.fresh/Søk/search")]
    public void Another_rule_name_or_landmark_is_another_finding(string other)
    {
        var bench = LifeCycleBench.After(Known, [P("a", [other, .. Others]).Again([other, .. Others])]);
        Assert.Equal(FindingState.New, bench.StateOf(other));
        Assert.Equal(FindingState.Fixed, bench.StateOf(Old));
    }

    [Fact]
    public void On_another_page_it_is_another_finding()
    {
        var bench = LifeCycleBench.After([.. Known, P("b")], [P("a", Others).Again(Others), P("b", Successor).Again(Successor)]);
        Assert.Equal(FindingState.New, bench.StateOf(Successor));
        Assert.Equal(FindingState.Fixed, bench.StateOf(Old));
    }

    [Fact]
    public void While_the_old_one_is_still_seen_the_other_is_new()
    {
        var bench = LifeCycleBench.After(Known, [P("a", [Old, Successor, .. Others]).Again([Old, Successor])]);
        Assert.Equal(FindingState.New, bench.StateOf(Successor));
        Assert.Equal(FindingState.Persisting, bench.StateOf(Old));
    }

    [Fact]
    public void Each_old_finding_has_one_successor()
    {
        const string second = "label/div.second/Søk/search";
        var bench = LifeCycleBench.After(Known, [P("a", [Successor, second, .. Others]).Again([Successor, second])]);
        Assert.Equal([FindingState.New, FindingState.Persisting], new[] { bench[Successor].State, bench[second].State }.Order());
    }

    [Fact]
    public void A_successor_seen_before_the_old_one_was_gone_is_matched_when_it_is()
    {
        var bench = LifeCycleBench.After(
            [P("a", [Old, .. Others]).Again([Old, .. Others]), P("b", Old)],
            [P("a", [Successor, .. Others]), P("b", Old)]);
        Assert.Equal(FindingState.Unconfirmed, bench.StateOf(Successor));
        bench.Scan(P("a", [Successor, .. Others]), P("b", Successor));
        Assert.Equal(FindingState.Persisting, bench.StateOf(Successor));
        Assert.Equal(ClosedReason.Replaced, bench[Old].ClosedReason);
    }

    [Fact]
    public void Setting_aside_is_not_inherited()
    {
        var bench = LifeCycleBench.After(Known);
        bench.SetAside(Old, DateTimeOffset.MaxValue);
        bench.Scan(P("a", [Successor, .. Others]));
        Assert.NotNull(bench[Old].SetAsideReason);
        Assert.Null(bench[Successor].SetAsideReason);
    }

    [Fact]
    public void More_than_half_of_the_fingerprints_replaced_is_a_mass_change_and_held()
    {
        string[] fresh = ["contrast/7", "contrast/8", "contrast/9"];
        var bench = LifeCycleBench.After(Known, [P("a", [Old, .. fresh]).Again([Old, .. fresh])]);
        Assert.Equal(3, bench.Changes().New.Count);
        Assert.Equal("massChange", bench.Changes().HoldReason);
    }

    [Fact]
    public void What_a_mass_change_brought_is_held_whenever_it_is_confirmed()
    {
        string[] fresh = ["contrast/7", "contrast/8", "contrast/9"];
        PageSpec changed = P("a", [Old, .. fresh]);
        var bench = LifeCycleBench.After(Known, [changed.AgainFailing()]);
        Assert.True(bench.Last.MassChange);
        Assert.Equal(FindingState.Unconfirmed, bench.StateOf(fresh[0]));
        Assert.Empty(bench.Changes().New);

        bench.Scan(P("a").Broken(), P("b")); // The page that decides is not measured.
        bench.Scan(P("a").Broken());
        Assert.Equal(FindingState.Unconfirmed, bench.StateOf(fresh[0]));

        bench.Scan(changed);
        Assert.False(bench.Last.MassChange);
        Assert.Equal(3, bench.Changes().New.Count);
        Assert.Equal("massChange", bench.Changes().HoldReason);

        bench.Scan(P("a", [Old, .. fresh, "nontext/1"]).Again("nontext/1"));
        Assert.Single(bench.Changes().New);
        Assert.Null(bench.Changes().HoldReason);
    }

    [Fact]
    public void Half_of_them_is_none()
    {
        string[] fresh = ["contrast/7", "contrast/8"];
        var bench = LifeCycleBench.After(Known, [P("a", [Old, "alt/1", .. fresh]).Again([Old, .. fresh])]);
        Assert.Equal(2, bench.Changes().New.Count);
        Assert.Null(bench.Changes().HoldReason);
    }

    [Fact]
    public void Many_repairs_are_no_mass_change()
    {
        var bench = LifeCycleBench.After(Known, [P("a", "contrast/7").Again("contrast/7")]);
        Assert.Equal(4, bench.Changes().Fixed);
        Assert.Null(bench.Changes().HoldReason);
    }

    [Fact]
    public void A_baseline_is_never_held()
    {
        var bench = LifeCycleBench.After(Known);
        Assert.Null(bench.Changes().HoldReason);
    }
}
