using Azure;
using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.Declarations;

/// <summary>Reads the page about one declaration: the agency's own partitions, so it is current.</summary>
public sealed class DeclarationPageQuery(ITable<AgencyRow> agencies, DeclarationBook book, OutcomeHistory outcomes, ComplianceReader compliance)
{
    /// <summary>The page; null when there is no such agency, or nothing to declare about the obligation.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="obligation">The obligation's id.</param>
    /// <param name="form">The form as it was sent; null to fill it with what stands.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<DeclarationPageModel?> RunAsync(OrgNumber agency, string obligation, FormState? form, CancellationToken cancellation)
    {
        if (Find(obligation) is not { } declared || await agencies.FindAsync(agency, cancellation) is not { } row)
            return null;
        // The version is read first: a declaration that comes in between makes it outdated, never too new.
        ETag? version = await book.VersionAsync(agency, declared.Id, cancellation);
        IReadOnlyList<DeclarationRow> history =
            (await book.HistoryAsync(agency, declared.Id, DeclarationPageModel.HistoryLength, null, cancellation)).Rows;
        ComplianceMatrix matrix = await compliance.ReadAsync(row, cancellation);
        return new DeclarationPageModel(
            row,
            declared,
            [.. matrix.Obligations.Where(o => ObligationCatalogue.Find(o.Id)?.JudgedAs == declared.Id)],
            history,
            (await outcomes.PageAsync(agency, declared, DeclarationPageModel.HistoryLength, null, cancellation)).Rows,
            version?.ToString() ?? "",
            form ?? DeclarationForm.Of(history is [var standing, ..] ? standing : null));
    }

    /// <summary>The obligation that a declaration is kept under; null for one that nobody declares on.</summary>
    public static Obligation? Find(string obligation) =>
        ObligationCatalogue.Find(obligation) is { Declarable: true } row ? ObligationCatalogue.Find(row.JudgedAs) : null;
}
