using System.Text.Json;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Api.Scans;

/// <summary>A scan's figures.</summary>
/// <param name="PagesSampled">Pages in the sample.</param>
/// <param name="PagesAudited">Of these, pages judged.</param>
/// <param name="PagesFailed">Of these, pages that failed or were blocked.</param>
/// <param name="Findings">Failed findings.</param>
/// <param name="FindingsCantTell">Findings a person must look at.</param>
/// <param name="CriteriaFailed">Criteria with a failed finding.</param>
/// <param name="CriteriaTested">Criteria tested.</param>
/// <param name="CriteriaInRegulation">Criteria of the regulation.</param>
public sealed record ScanSummaryView(
    int PagesSampled,
    int PagesAudited,
    int PagesFailed,
    int Findings,
    int FindingsCantTell,
    int CriteriaFailed,
    int CriteriaTested,
    int CriteriaInRegulation)
{
    /// <summary>The rules that only pages drawn at random fail: with any, the sample is too small. Null where nothing could be compared.</summary>
    public IReadOnlyList<ScanResultRule>? OnlyAtRandom { get; init; }

    internal static ScanSummaryView Of(ScanRow row) => new(
        row.PagesSampled,
        row.PagesAudited,
        row.PagesFailed,
        row.Findings,
        row.FindingsCantTell,
        row.CriteriaFailed,
        row.CriteriaTested,
        RegulationCatalogue.Find(row.Regulation)?.Criteria.Count ?? 0)
    {
        OnlyAtRandom = row.OnlyAtRandomJson is { } rules ? JsonSerializer.Deserialize<IReadOnlyList<ScanResultRule>>(rules, MonitorJson.Options) : null,
    };
}
