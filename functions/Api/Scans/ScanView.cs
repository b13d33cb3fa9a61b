using System.Text.Json;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Api.Scans;

/// <summary>A scan as the API tells it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Solution">The solution scanned.</param>
/// <param name="Status">How far it has come, or how it ended.</param>
/// <param name="Reason">Why it is partial or failed, a stable code.</param>
/// <param name="OrderedBy"><c>schedule</c>, or a key's id.</param>
/// <param name="Url">Where it starts.</param>
/// <param name="Regulation">The regulation it judges by.</param>
/// <param name="CreatedAt">When it was ordered (UTC).</param>
/// <param name="StartedAt">When its crawl began (UTC).</param>
/// <param name="FinishedAt">When it ended (UTC).</param>
/// <param name="StopRequested">Whether somebody asked it to stop.</param>
/// <param name="Baseline">Whether it sets the solution's baseline.</param>
/// <param name="Seed">What the random part of the sample is drawn from.</param>
/// <param name="Engines">The engines that judged.</param>
/// <param name="Browser">The browser's name and version.</param>
/// <param name="Summary">The figures so far, each with its denominator.</param>
public sealed record ScanView(
    ScanId Id,
    SolutionId Solution,
    ScanStatus Status,
    string? Reason,
    string OrderedBy,
    string Url,
    string Regulation,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    bool StopRequested,
    bool Baseline,
    long Seed,
    IReadOnlyList<EngineInfo> Engines,
    string? Browser,
    ScanSummaryView Summary)
{
    internal static ScanView Of(ScanRow row) => new(
        row.Id,
        row.Id.Solution,
        row.Status,
        row.Reason,
        row.OrderedBy,
        row.Url,
        row.Regulation,
        row.CreatedAt,
        row.StartedAt,
        row.FinishedAt,
        row.StopRequested,
        row.Baseline,
        row.Seed,
        row.EnginesJson is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<EngineInfo>>(row.EnginesJson, MonitorJson.Options) ?? [],
        row.Browser,
        ScanSummaryView.Of(row));
}
