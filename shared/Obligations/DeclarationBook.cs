using Azure;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Obligations;

/// <summary>
/// What agencies declare: every declaration is kept, and the newest counts in the matrix. The matrix's row is replaced under its ETag and says
/// which of two declarations made at the same time stands. It comes second: stopped in between, the same declaration sent again mends it.
/// </summary>
public sealed class DeclarationBook(ITable<DeclarationRow> declarations, ITable<ComplianceRow> compliance, TimeProvider clock)
{
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(DeclarationBook));

    /// <summary>How long a declaration counts, in years.</summary>
    public const int Years = 1;

    /// <summary>When a declaration made at the moment given stops to count.</summary>
    public static DateTimeOffset CountsUntil(DateTimeOffset at) => at.AddYears(Years);

    /// <summary>The newest declaration on each obligation.</summary>
    public async Task<IReadOnlyList<DeclarationRow>> ListAsync(OrgNumber agency, CancellationToken cancellation)
    {
        List<DeclarationRow> newest = [];
        await foreach (DeclarationRow row in declarations.ReadAsync(agency.Value, "", cancellation))
        {
            if (newest.Count == 0 || newest[^1].Obligation != row.Obligation)
                newest.Add(row);
        }
        return newest;
    }

    /// <summary>The newest declaration on one obligation; null when there is none.</summary>
    public async Task<DeclarationRow?> FindAsync(OrgNumber agency, string obligation, CancellationToken cancellation) =>
        (await HistoryAsync(agency, obligation, 1, null, cancellation)).Rows is [var newest, ..] ? newest : null;

    /// <summary>One page of every declaration on an obligation, newest first.</summary>
    /// <exception cref="FormatException">The continuation token is none of ours.</exception>
    public Task<RowPage<DeclarationRow>> HistoryAsync(OrgNumber agency, string obligation, int limit, string? continuationToken, CancellationToken cancellation) =>
        declarations.PageAsync(agency.Value, $"{obligation}|", limit, continuationToken, cancellation);

    /// <summary>The version of what is declared on an obligation; null before anything is.</summary>
    public async Task<ETag?> VersionAsync(OrgNumber agency, string obligation, CancellationToken cancellation) =>
        (await compliance.FindAsync(agency.Value, ComplianceRow.Declared(obligation), cancellation))?.ETag;

    /// <summary>Declares.</summary>
    /// <param name="agency">Whose declaration it is.</param>
    /// <param name="obligation">What it is about: the row that counts (<see cref="Obligation.JudgedAs"/>).</param>
    /// <param name="draft">What is declared; key and time are set here.</param>
    /// <param name="version">What it replaces, of <see cref="VersionAsync"/>; null for nothing.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The declaration, and its version; null when another came first.</returns>
    public async Task<(DeclarationRow Row, ETag Version)?> DeclareAsync(
        OrgNumber agency, string obligation, DeclarationRow draft, ETag? version, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DeclarationRow row = draft with { PartitionKey = agency.Value, RowKey = DeclarationRow.KeyOf(obligation, now), At = now };
        if (await declarations.TryInsertAsync(row, cancellation) is not { } declared)
            return null;
        ComplianceRow counts = Counting(declared, obligation);
        ComplianceRow? stored = version is { } known
            ? await compliance.TryReplaceAsync(counts with { ETag = known }, cancellation)
            : await compliance.TryInsertAsync(counts, cancellation);
        if (stored is not null)
            return (declared, stored.ETag);
        await declarations.DeleteAsync(row.PartitionKey, row.RowKey, cancellation);
        return null;
    }

    private static ComplianceRow Counting(DeclarationRow row, string obligation)
    {
        (ObligationOutcome outcome, string? reason, string fact) = row.Outcome switch
        {
            DeclaredOutcome.Met => (ObligationOutcome.Met, null, "declared.met"),
            DeclaredOutcome.NotMet => (ObligationOutcome.NotMet, (string?)null, "declared.notMet"),
            DeclaredOutcome.Planned => (ObligationOutcome.NotMet, ObligationReasons.Planned, "declared.planned"),
            _ => (ObligationOutcome.NotApplicable, ObligationReasons.NotRelevant, "declared.notRelevant"),
        };
        DateOnly? day = row.PlannedFor is { } planned ? DateOnly.FromDateTime(planned.UtcDateTime) : null;
        return new ComplianceRow
        {
            PartitionKey = row.PartitionKey,
            RowKey = ComplianceRow.Declared(obligation),
            Outcome = outcome,
            Reason = reason,
            EvidenceJson = EvidenceList.Write([Facts.Say("Declaration", fact, row.Link, ("day", day), ("why", row.Reason ?? ""))]),
            Edition = ObligationCatalogue.Current.Id,
            CheckedAt = row.At,
        };
    }
}
