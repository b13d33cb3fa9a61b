using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.Findings;

/// <summary>Reads a finding's page.</summary>
public sealed class FindingPageQuery(
    ITable<AgencyRow> agencies, ITable<SolutionRow> solutions, ITable<FindingRow> findings, ITable<OccurrenceRow> occurrences, IBlobs blobs, IRuleTexts texts)
{
    private const int OccurrencesPerPage = 10;

    /// <summary>The page; null when there is no such finding.</summary>
    /// <param name="id">The solution.</param>
    /// <param name="fingerprint">Names the finding; as it came with the address.</param>
    /// <param name="after">The continuation token of the occurrences; null for the first page.</param>
    /// <param name="form">The form as it was sent; null for an empty one.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<FindingPageModel?> RunAsync(SolutionId id, string fingerprint, string? after, FormState? form, CancellationToken cancellation)
    {
        if (await FindAsync(id, fingerprint, cancellation) is not { } finding
            || await solutions.FindAsync(id.Agency.Value, id.ToString(), cancellation) is not { } solution
            || await agencies.FindAsync(AgencyRow.Partition, id.Agency.Value, cancellation) is not { } agency)
            return null;

        RowPage<OccurrenceRow> page = await occurrences.PageOrFirstAsync(
            OccurrenceRow.PartitionOf(id, fingerprint), OccurrencesPerPage, after, cancellation);
        return new FindingPageModel(
            agency, solution, finding, texts.Find(finding.Check, finding.Rule), page.Rows, page.ContinuationToken, form ?? new FormState());
    }

    /// <summary>The finding; null when there is none.</summary>
    public async Task<FindingRow?> FindAsync(SolutionId id, string fingerprint, CancellationToken cancellation) =>
        IsFingerprint(fingerprint) ? await findings.FindAsync(id.Agency.Value, FindingRow.KeyOf(id, fingerprint), cancellation) : null;

    /// <summary>The screenshot of a finding on a page, a PNG; null when none was taken. Its blob is named by the row, never by the address.</summary>
    public async Task<BinaryData?> ScreenshotAsync(SolutionId id, string fingerprint, string page, CancellationToken cancellation) =>
        IsFingerprint(fingerprint) && IsKey(page)
        && await occurrences.FindAsync(OccurrenceRow.PartitionOf(id, fingerprint), page, cancellation) is { Screenshot: { } blob }
            ? await blobs.ReadAsync(blob, cancellation)
            : null;

    private static bool IsFingerprint(string text) => text.Length == 26 && IsKey(text);

    private static bool IsKey(string text) => text.Length is > 0 and <= 26 && text.All(c => c is (>= 'a' and <= 'z') or (>= '2' and <= '7'));
}
