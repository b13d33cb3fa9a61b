using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Xunit;

namespace Monitor.Shared.Tests.Obligations;

public sealed class DeclarationStandingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly BodyFacts Directorate = new(OrgNumber.Parse("310000205"), BodyType.State, false, "ORGL", RegistryStatus.Live);

    [Theory]
    [InlineData(-60, DeclarationState.Current)]
    [InlineData(304, DeclarationState.Current)]
    [InlineData(305, DeclarationState.EndsSoon)]
    [InlineData(364, DeclarationState.EndsSoon)]
    [InlineData(365, DeclarationState.OutOfDate)]
    [InlineData(4000, DeclarationState.OutOfDate)]
    public void A_declaration_ages_out_after_a_year(int days, DeclarationState state)
    {
        ObligationEntry entry = Entry("1.3-overview", Declared("1.3-overview", days));

        Assert.Equal((state, Now.AddDays(-days).AddYears(1)), (entry.Declaration!.State, entry.Declaration.CountsUntil));
        Assert.Equal(state == DeclarationState.OutOfDate, entry.Declaration.Owed);
        Assert.Equal(state == DeclarationState.OutOfDate ? ObligationOutcome.Untested : ObligationOutcome.Met, entry.Outcome);
    }

    [Fact]
    public void What_was_never_declared_is_missing()
    {
        Assert.Equal(new DeclarationStanding(DeclarationState.Missing, null), Entry("1.3-overview").Declaration);
    }

    [Theory]
    [InlineData("1.3-data-catalogue")]
    [InlineData("3.1-proposals")]
    public void Nothing_is_asked_for_where_nothing_can_be_declared_or_the_row_does_not_bind(string id)
    {
        Assert.Null(Entry(id).Declaration);
    }

    [Fact]
    public void A_sign_alone_leaves_the_declaration_asked_for()
    {
        ObligationEntry entry = Entry("1.4-isms", new ComplianceRow
        {
            RowKey = ComplianceRow.Observed("1.4-isms"),
            Outcome = ObligationOutcome.Met,
            Edition = ObligationCatalogue.Current.Id,
        });

        Assert.Equal((ObligationOutcome.CantTell, DeclarationState.Missing), (entry.Outcome, entry.Declaration!.State));
    }

    [Fact]
    public void One_declaration_that_counts_for_two_rows_is_asked_for_once()
    {
        ComplianceMatrix matrix = Build();

        Assert.Equal(2, matrix.Obligations.Count(o => o.Id is "1.6-mailbox" or "1.7-mailbox" && o.Declaration is not null));
        Assert.Single(matrix.Declarations, o => o.Id is "1.6-mailbox" or "1.7-mailbox");
    }

    private static ComplianceMatrix Build(params ComplianceRow[] rows) =>
        ComplianceMatrixBuilder.Build("Eksempel", Directorate, new KnownCompliance(rows), Now, Now);

    private static ObligationEntry Entry(string id, params ComplianceRow[] rows) => Build(rows).Obligations.Single(o => o.Id == id);

    private static ComplianceRow Declared(string obligation, int days) => new()
    {
        RowKey = ComplianceRow.Declared(obligation),
        Outcome = ObligationOutcome.Met,
        CheckedAt = Now.AddDays(-days),
    };
}
