using Monitor.Shared.Findings;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Findings;

public sealed class RuleAndRegulationChangeTests
{
    private const string Cause = "alt/main img";
    private const string Added = "nontext/main button";
    private static readonly PageSpec[] Known = [P("a", Cause).Again(Cause)];

    [Fact]
    public void Seen_again_by_a_new_version_continues()
    {
        var bench = LifeCycleBench.After(Known, [P("a", Cause).In("2")]);
        Assert.Equal((FindingState.Persisting, "2"), (bench[Cause].State, bench[Cause].RuleVersion));
    }

    [Fact]
    public void Absent_under_a_new_version_in_two_scans_closes_as_engine_changed_never_as_fixed()
    {
        var bench = LifeCycleBench.After(Known, [P("a").Again().In("2")]);
        Assert.Equal((FindingState.NotVerified, NotVerifiedReason.EngineChanged), (bench[Cause].State, bench[Cause].NotVerifiedReason));
        bench.Scan(P("a").Again().In("2"));
        Assert.Equal((FindingState.Closed, ClosedReason.EngineChanged), (bench[Cause].State, bench[Cause].ClosedReason));
        Assert.Equal(0, bench.Changes().Fixed);
    }

    [Fact]
    public void Seen_between_two_absences_under_a_new_version_starts_the_count_anew()
    {
        var bench = LifeCycleBench.After(Known, [P("a").In("2")], [P("a", Cause).In("2")], [P("a").In("3")]);
        Assert.Equal((FindingState.NotVerified, 1), (bench[Cause].State, bench[Cause].AbsencesInARow));
    }

    [Fact]
    public void A_scan_that_could_not_look_neither_counts_nor_resets_absences()
    {
        var bench = LifeCycleBench.After(Known, [P("a").In("2")], [P("a").Broken(), P("b").In("2")], [P("a").In("2")]);
        Assert.Equal(ClosedReason.EngineChanged, bench[Cause].ClosedReason);
    }

    [Fact]
    public void Absent_under_the_version_that_saw_it_is_a_repair_even_after_an_upgrade()
    {
        var bench = LifeCycleBench.After(Known, [P("a", Cause).In("2")], [P("a").Again().In("2")]);
        Assert.Equal(FindingState.Fixed, bench.StateOf(Cause));
    }

    [Fact]
    public void A_rule_that_is_no_longer_there_closes_its_findings_as_engine_changed()
    {
        PageSpec[] without = [P("a").WithoutListing("alt")];
        var bench = LifeCycleBench.After(Known, without);
        Assert.Equal(FindingState.NotVerified, bench.StateOf(Cause));
        bench.Scan(without);
        Assert.Equal(ClosedReason.EngineChanged, bench[Cause].ClosedReason);
    }

    [Fact]
    public void A_finding_that_a_new_version_dropped_and_a_later_one_sees_again_is_no_news()
    {
        var bench = LifeCycleBench.After(Known, [P("a").In("2")], [P("a").In("2")], [P("a", Cause).In("3").Again(Cause).In("3")]);
        Assert.Equal(FindingState.Persisting, bench.StateOf(Cause));
    }

    [Fact]
    public void What_a_changed_rule_newly_finds_is_held_for_a_supervisor()
    {
        var bench = LifeCycleBench.After([P("a")], [P("a", Cause).Again(Cause).In("2")]);
        Assert.Equal(FindingState.New, bench.StateOf(Cause));
        Assert.Equal("engineChange", bench.Changes().HoldReason);
    }

    [Fact]
    public void What_a_changed_rule_found_once_is_held_when_the_next_scan_confirms_it()
    {
        var bench = LifeCycleBench.After([P("a")], [P("a", Cause).In("2")], [P("a", Cause).In("2")]);
        Assert.Equal(FindingState.New, bench.StateOf(Cause));
        Assert.Equal("engineChange", bench.Changes().HoldReason);
        bench.Scan(P("a", Cause, "label/form input").In("2").Again("label/form input").In("2"));
        Assert.Null(bench.Changes().HoldReason);
    }

    [Fact]
    public void What_a_changed_rule_found_once_is_held_however_many_scans_its_confirmation_takes()
    {
        var bench = LifeCycleBench.After([P("a")], [P("a", Cause).In("2")], [P("a").Broken(), P("b").In("2")], [P("a", Cause).In("2")]);
        Assert.Equal(FindingState.New, bench.StateOf(Cause));
        Assert.Equal("engineChange", bench.Changes().HoldReason);
    }

    [Fact]
    public void News_from_rules_that_did_not_change_is_not_held()
    {
        var bench = LifeCycleBench.After([P("a").WithoutRunning("label")], [P("a", Cause).Again(Cause)]);
        Assert.Null(bench.Changes().HoldReason);
    }

    [Fact]
    public void A_new_regulation_opens_a_baseline_only_for_the_criteria_it_adds()
    {
        var bench = new LifeCycleBench { Regulation = "no-private-2013" };
        bench.Scan(P("a", Added));
        Assert.Empty(bench.State.Findings);

        bench.Regulation = "no-public-2024";
        bench.Scan(P("a", Added, Cause).Again(Added, Cause));
        Assert.Equal(FindingState.FirstSeen, bench.StateOf(Added));
        Assert.Equal(FindingState.New, bench.StateOf(Cause));
    }

    [Fact]
    public void A_page_not_yet_measured_by_the_new_regulation_is_new_ground_for_what_it_adds()
    {
        var bench = new LifeCycleBench { Regulation = "no-private-2013" };
        bench.Scan(P("a"), P("b"));
        bench.Regulation = "no-public-2024";
        bench.Scan(P("a"));
        bench.Scan(P("a"), P("b", Added).Again(Added));
        Assert.Equal(FindingState.FirstSeen, bench.StateOf(Added));
    }

    [Fact]
    public void Criteria_that_are_no_longer_asked_for_close_as_not_required()
    {
        var bench = LifeCycleBench.After([P("a", Added, Cause).Again(Added, Cause), P("b", "nontext/other")]);
        bench.Regulation = "no-private-2013";
        bench.Scan(P("a", Added, Cause));
        Assert.Equal((FindingState.Closed, ClosedReason.NotRequired), (bench[Added].State, bench[Added].ClosedReason));
        Assert.Equal(ClosedReason.NotRequired, bench["nontext/other"].ClosedReason);
        Assert.Equal(FindingState.Persisting, bench.StateOf(Cause));

        bench.Regulation = "no-public-2024";
        bench.Scan(P("a", Added, Cause).Again(Added));
        Assert.Equal(FindingState.FirstSeen, bench.StateOf(Added));
    }
}
