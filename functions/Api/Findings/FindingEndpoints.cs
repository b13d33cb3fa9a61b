using Microsoft.AspNetCore.Http;
using Monitor.Functions.Http;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Findings;

/// <summary>Findings, and what shows them.</summary>
public sealed class FindingEndpoints(
    ITable<AgencyRow> agencies, ITable<FindingRow> findings, ITable<OccurrenceRow> occurrences, IBlobs blobs, IRuleTexts texts, TimeProvider clock)
{
    // A finding is carried by the pages of a sample at most.
    private const int MaxOccurrences = 1000;

    /// <summary>An agency's findings.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, OrgNumber agency)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await agencies.FindAsync(agency, cancellation) is null)
            return new ProblemResult(Problems.NotFound);
        (FindingFilter? filter, IResult? refusal) = FindingFilter.Read(request, agency);
        if (filter is null)
            return refusal!;
        Language language = AcceptedLanguage.Of(request);
        DateTimeOffset now = clock.GetUtcNow();
        return await Paging.ListAsync(
            request,
            page => findings.PageAsync(agency.Value, filter.Prefix, page.Limit, page.Token, cancellation),
            filter.Holds,
            row => FindingView.Of(row, language, texts, now),
            language);
    }

    /// <summary>One finding with where it was seen.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, SolutionId solution, string fingerprint)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await FindAsync(findings, solution, fingerprint, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);
        RowPage<OccurrenceRow> seen = await occurrences.PageAsync(
            OccurrenceRow.PartitionOf(solution, fingerprint), "", MaxOccurrences, null, cancellation);
        Language language = AcceptedLanguage.Of(request);
        FindingView view = FindingView.Of(row, language, texts, clock.GetUtcNow()) with { Occurrences = [.. seen.Rows.Select(o => OccurrenceView.Of(o, row))] };
        return new JsonAnswer(view) { Tag = EntityTag.Of(row, language), Language = language };
    }

    /// <summary>A screenshot that one of the finding's occurrences names; no other blob is within reach.</summary>
    public async Task<IResult> EvidenceAsync(HttpRequest request, SolutionId solution, string fingerprint, string name)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (!IsFingerprint(fingerprint) || !name.EndsWith(".png", StringComparison.Ordinal))
            return new ProblemResult(Problems.NotFound);
        string? blob = null;
        await foreach (OccurrenceRow row in occurrences.ReadAsync(OccurrenceRow.PartitionOf(solution, fingerprint), "", cancellation))
        {
            if (row.Screenshot is { } screenshot && screenshot[(screenshot.LastIndexOf('/') + 1)..] == name)
            {
                blob = screenshot;
                break;
            }
        }
        return blob is not null && await blobs.ReadAsync(blob, cancellation) is { } content
            ? new EvidenceAnswer(content)
            : new ProblemResult(Problems.NotFound);
    }

    internal static async Task<FindingRow?> FindAsync(
        ITable<FindingRow> findings, SolutionId solution, string fingerprint, CancellationToken cancellation) =>
        IsFingerprint(fingerprint)
            ? await findings.FindAsync(solution.Agency.Value, FindingRow.KeyOf(solution, fingerprint), cancellation)
            : null;

    private static bool IsFingerprint(string text) => text.Length is > 0 and <= 64 && text.All(char.IsAsciiLetterOrDigit);
}
