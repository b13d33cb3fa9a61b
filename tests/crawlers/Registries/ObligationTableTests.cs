using System.Text.Json;
using Monitor.Crawlers.Registries;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Stubs.Registries;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>The table of obligations held against the matrices of registered bodies, once the registries have told what kind of body each is.</summary>
public sealed class ObligationTableTests
{
    /// <summary>The one row that binds a single body of those it addresses.</summary>
    private const string TaxAdministrationOnly = "1.7-tax-dialogue";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    /// <summary>A state body, a municipality and a ministry, each with the letters of what binds it.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { StubAgencies.Directorate.OrgNumber, "SPA" },
        { StubAgencies.Municipality.OrgNumber, "PA" },
        { StubAgencies.Ministry.OrgNumber, "DSPA" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bodys_matrix_has_the_rows_of_the_documented_table_and_says_which_bind_it(string number, string bound) =>
        AssertIsOf(ObligationTable.ReadDocs(), await MatrixAsync(number), bound);

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bodys_matrix_has_the_rows_of_the_original_table_and_says_which_bind_it(string number, string bound)
    {
        string? folder = Environment.GetEnvironmentVariable("MONITOR_TEST_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "not run: MONITOR_TEST_DATA names no folder");

        ObligationTableRow[] original =
        [
            .. ObligationTable.Read(Path.Combine(folder!, "obligations.md")).Select(r => r with { Kind = r.Kind == "krav" ? "requirement" : "recommendation" }),
        ];
        AssertIsOf(original, await MatrixAsync(number), bound);
    }

    private static void AssertIsOf(IReadOnlyList<ObligationTableRow> table, ComplianceMatrix matrix, string bound)
    {
        Assert.NotEmpty(table);
        Assert.Equal(
            table.Select(r => (r.Id, r.Kind, r.Control)),
            matrix.Obligations.Select(o => (o.Id, Camel(o.Kind), string.Join(", ", o.Control.Select(Camel)))));
        Assert.Equal(
            table.Where(r => !bound.Contains(r.To, StringComparison.Ordinal) || r.Id == TaxAdministrationOnly).Select(r => r.Id),
            matrix.Obligations.Where(o => (o.Outcome, o.Reason) == (ObligationOutcome.NotApplicable, ObligationReasons.NotAddressed)).Select(o => o.Id));
    }

    private static async Task<ComplianceMatrix> MatrixAsync(string number)
    {
        await using RegistryHost host = await RegistryHost.StartAsync();
        await host.Get<ITable<AgencyRow>>().PutAsync(new AgencyRow { PartitionKey = AgencyRow.Partition, RowKey = number }, Cancellation);
        var agency = OrgNumber.Parse(number);
        await host.Get<CheckAgencyHandler>().HandleAsync(new CheckAgencyMessage(agency), Cancellation);
        return await host.Get<ComplianceReader>().ReadAsync((await host.Get<ITable<AgencyRow>>().FindAsync(agency, Cancellation))!, Cancellation);
    }

    private static string Camel<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
