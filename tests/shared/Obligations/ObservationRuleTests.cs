using Monitor.Shared.Obligations;
using Xunit;

namespace Monitor.Shared.Tests.Obligations;

public sealed class ObservationRuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 30, 0, TimeSpan.Zero);
    private static readonly Evidence Fact = new("A registry", "A fact.", null);
    private static readonly ObligationResult NotMet = ObligationResult.NotMet("noEntry", Fact);
    private static readonly ObligationResult Met = ObligationResult.Met(Fact);
    private static readonly ObligationResult Down = ObligationResult.NotDetermined(ObligationReasons.RegistryDown);

    [Fact]
    public void A_not_met_seen_once_is_no_verdict_yet()
    {
        ComplianceRow row = Observe(null, (0, NotMet));

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.SecondCheckDue), (row.Outcome, row.Reason));
        Assert.Equal((ObligationOutcome.NotMet, Start), (row.Candidate, row.CandidateSince));
    }

    [Fact]
    public void A_not_met_seen_again_too_soon_confirms_nothing()
    {
        ComplianceRow row = Observe(null, (0, NotMet), (1, NotMet), (19.9, NotMet));

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.SecondCheckDue), (row.Outcome, row.Reason));
        Assert.Equal(Start, row.CandidateSince);
    }

    [Fact]
    public void A_not_met_seen_again_after_20_hours_stands()
    {
        ComplianceRow row = Observe(null, (0, NotMet), (20, NotMet));

        Assert.Equal((ObligationOutcome.NotMet, "noEntry"), (row.Outcome, row.Reason));
        Assert.Null(row.Candidate);
        Assert.Null(row.CandidateSince);
        Assert.Equal(Start.AddHours(20), row.OutcomeSince);
    }

    [Fact]
    public void Until_the_second_observation_the_former_outcome_stands()
    {
        ComplianceRow row = Observe(null, (0, Met), (24, NotMet));

        Assert.Equal((ObligationOutcome.Met, ObligationReasons.SecondCheckDue), (row.Outcome, row.Reason));
        Assert.Equal(ObligationOutcome.NotMet, Observe(row, (48, NotMet)).Outcome);
    }

    [Fact]
    public void A_candidate_that_is_refuted_starts_anew()
    {
        ComplianceRow row = Observe(null, (0, NotMet), (10, Met), (24, NotMet));

        Assert.Equal(ObligationOutcome.Met, row.Outcome);
        Assert.Equal(Start.AddHours(24), row.CandidateSince);
    }

    [Fact]
    public void A_registry_that_is_down_neither_confirms_nor_refutes()
    {
        ComplianceRow down = Observe(null, (0, NotMet), (24, Down));
        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.RegistryDown), Pair(down));

        Assert.Equal((ObligationOutcome.NotMet, "noEntry"), Pair(Observe(down, (48, NotMet))));
    }

    [Fact]
    public void A_registry_that_is_down_leaves_nothing_known_whatever_stood()
    {
        ObligationResult[] formers = [Met, ObligationResult.ConfirmedNotMet("confirmedFailures", Fact), ObligationResult.CantTell("noneRegistered", Fact)];

        foreach (ObligationResult former in formers)
        {
            ComplianceRow row = Observe(null, (0, former), (1, Down));

            Assert.Equal((ObligationOutcome.Untested, ObligationReasons.RegistryDown), Pair(row));
            Assert.Empty(EvidenceList.Read(row.EvidenceJson));
            Assert.Equal(former.Outcome, row.Settled);
            Assert.Equal((Start, Start.AddHours(1), Start.AddHours(1)), (row.CheckedAt, row.AskedAt, row.OutcomeSince));
        }
    }

    [Fact]
    public void A_not_met_confirmed_before_an_outage_needs_no_second_observation_after_it()
    {
        ComplianceRow row = Observe(null, (0, NotMet), (20, NotMet), (24, Down), (1000, Down), (1024, NotMet));

        Assert.Equal((ObligationOutcome.NotMet, "noEntry"), Pair(row));
        Assert.Null(row.Candidate);
    }

    [Fact]
    public void What_was_met_before_an_outage_stands_while_a_second_not_met_is_due()
    {
        ComplianceRow row = Observe(null, (0, Met), (24, Down), (48, NotMet));

        Assert.Equal((ObligationOutcome.Met, ObligationReasons.SecondCheckDue), Pair(row));
        Assert.Equal([Fact], EvidenceList.Read(row.EvidenceJson));
    }

    [Fact]
    public void A_registry_that_was_never_reached_leaves_the_row_untested() =>
        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.RegistryDown), Pair(Observe(null, (0, Down))));

    [Fact]
    public void What_is_confirmed_in_another_way_stands_at_once() =>
        Assert.Equal(ObligationOutcome.NotMet, Observe(null, (0, ObligationResult.ConfirmedNotMet("confirmedFailures", Fact))).Outcome);

    [Fact]
    public void Nothing_measured_any_more_is_untested_at_once() =>
        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.NoScan), Pair(Observe(null, (0, Met), (1, ObligationResult.Untested(ObligationReasons.NoScan)))));

    [Fact]
    public void The_same_outcome_again_keeps_the_moment_it_began()
    {
        ComplianceRow row = Observe(null, (0, Met), (24, Met));

        Assert.Equal(Start, row.OutcomeSince);
    }

    [Fact]
    public void The_outcome_names_its_edition() => Assert.Equal("H-8/18", Observe(null, (0, Met)).Edition);

    private static (ObligationOutcome, string?) Pair(ComplianceRow row) => (row.Outcome, row.Reason);

    private static ComplianceRow Observe(ComplianceRow? former, params (double Hours, ObligationResult Result)[] observations) =>
        observations.Aggregate(former, (row, o) => ObservationRule.Next(row, o.Result, "H-8/18", Start.AddHours(o.Hours)))!;
}
