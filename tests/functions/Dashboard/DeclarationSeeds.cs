using Microsoft.Extensions.Time.Testing;
using Monitor.Shared.Access;
using Monitor.Shared.Obligations;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>The three obligations that a municipality declares on: one declaration that ends soon, one that has aged out, and one never made.</summary>
internal static class DeclarationSeeds
{
    public const string EndsSoon = "1.5-privacy";
    public const string AgedOut = "1.4-isms";
    public const string Missing = "1.6-contact-register";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task PutAsync(DashboardWorld world)
    {
        await DeclareAsync(world, AgedOut, 400, new(DeclaredOutcome.NotMet, null, null, null, null));
        await DeclareAsync(world, EndsSoon, 500, new(DeclaredOutcome.NotMet, null, "Fordi " + DashboardWorld.Hostile, null, "Sjef " + DashboardWorld.Hostile));
        await DeclareAsync(world, EndsSoon, 320, new(
            DeclaredOutcome.Met, null, "Se lenken " + DashboardWorld.Hostile, "https://www.fiktiv.example/?a=%22%3E<script>alert(1)</script>", "Sjef " + DashboardWorld.Hostile));
        DateTimeOffset since = TestHost.Start.AddDays(-200);
        await world.Host.Table<ComplianceHistoryRow>().PutAsync(
            new ComplianceHistoryRow
            {
                PartitionKey = world.Agency.Value,
                RowKey = ComplianceHistoryRow.KeyOf(ComplianceRow.Observed(EndsSoon), since),
                Outcome = ObligationOutcome.CantTell,
                Reason = ObligationReasons.IndicatorOnly,
                EvidenceJson = EvidenceList.Write([new Evidence("The site", "Three cookies before any choice " + DashboardWorld.Hostile, null)]),
                Edition = ObligationCatalogue.Current.Id,
                Since = since,
            },
            Cancellation);
    }

    /// <summary>Declares as many days before the world's start.</summary>
    private static async Task DeclareAsync(DashboardWorld world, string obligation, int days, DeclarationDraft draft)
    {
        var book = new DeclarationBook(
            world.Host.Table<DeclarationRow>(), world.Host.Table<ComplianceRow>(), new FakeTimeProvider(TestHost.Start.AddDays(-days)));
        await book.DeclareAsync(
            world.Agency, obligation, draft.ToRow(Role.Agency, "key"), await book.VersionAsync(world.Agency, obligation, Cancellation), Cancellation);
    }
}
