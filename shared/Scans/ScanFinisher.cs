using System.Text.Json;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>
/// Finishes a scan: what it will write is frozen first, then written, its own row, then the solution's, and at last the obligations that rest on both.
/// It may be stopped anywhere and begun again, and writes the same.
/// </summary>
public sealed class ScanFinisher(
    ITable<ScanRow> scans, ITable<SolutionRow> solutions, ITable<TrendRow> trends, IBlobs blobs,
    ScanFreezer freezer, FindingStore findings, SummaryWriter summaries, AlertPlanner alerts, SiteObligations obligations)
{
    /// <summary>Finishes it. Only to be called for a scan whose looks are complete and that is the solution's latest.</summary>
    internal async Task FinishAsync(ScanRow scan, CancellationToken cancellation)
    {
        FrozenScan frozen = await freezer.FreezeAsync(scan, cancellation);
        if (!await findings.ApplyAsync(scan.Id, frozen.Transitions, cancellation))
        {
            // Erased meanwhile: nothing of it comes back.
            await blobs.DeleteAsync(FrozenScan.BlobOf(scan.Id), cancellation);
            return;
        }
        // Over what says that the scan was given up, should that have happened meanwhile: what is frozen is what is told.
        await blobs.WriteJsonAsync(ScanBlobs.ResultOf(scan.Id), frozen.Result, cancellation);
        await blobs.WriteJsonAsync(ScanBlobs.ShownOf(scan.Id), frozen.Shown, cancellation);

        ScanRow ended = Ended(scan, frozen);
        if (frozen.Changes is { } changes)
        {
            await trends.PutAsync(Trend(scan, frozen, changes), cancellation);
            if (await solutions.FindAsync(scan.Id.Solution, cancellation) is { } solution)
                await alerts.PlanAsync(solution, changes, cancellation);
        }
        await summaries.WriteAsync(ended, frozen, cancellation);
        await scans.UpdateAsync(scan.PartitionKey, scan.RowKey, r => r is { Ended: true, Reason: not ScanReasons.Poison } ? null : Ended(r, frozen), cancellation);
        await SettleAsync(ended, cancellation);
    }

    /// <summary>What is left to do once a scan's own row says that it has ended: frees its solution, and judges the obligations that rest on scans.</summary>
    internal async Task SettleAsync(ScanRow ended, CancellationToken cancellation)
    {
        await solutions.ReleaseAsync(ended, cancellation);
        await obligations.RefreshAsync(ended.Id.Agency, cancellation);
    }

    private static ScanRow Ended(ScanRow scan, FrozenScan frozen) => scan with
    {
        Status = frozen.Result.Scan.Status,
        Reason = frozen.Result.Scan.Reason,
        FinishedAt = frozen.At,
        LastProgressAt = frozen.At,
        EnginesJson = JsonSerializer.Serialize(frozen.Result.Scan.Engines, MonitorJson.Options),
        Browser = frozen.Result.Scan.Browser,
        PagesSampled = frozen.PagesSampled,
        PagesAudited = frozen.Result.Summary.PagesAudited,
        PagesFailed = frozen.PagesFailed,
        Findings = frozen.Result.Summary.Findings,
        FindingsCantTell = frozen.Result.Summary.FindingsCantTell,
        CriteriaFailed = frozen.Result.Summary.CriteriaFailed,
        CriteriaTested = frozen.Result.Summary.CriteriaTested,
        OnlyAtRandomJson = frozen.Result.Summary.OnlyAtRandom is { } rules ? JsonSerializer.Serialize(rules, MonitorJson.Options) : null,
    };

    private static TrendRow Trend(ScanRow scan, FrozenScan frozen, ScanChanges changes) => new()
    {
        PartitionKey = scan.PartitionKey,
        RowKey = scan.RowKey,
        FinishedAt = frozen.At,
        Regulation = scan.Regulation,
        RuleSets = frozen.RuleSets,
        PagesAudited = frozen.Result.Summary.PagesAudited,
        OpenFindings = changes.Open,
        ByCriterionJson = JsonSerializer.Serialize(frozen.OpenByCriterion, MonitorJson.Options),
    };
}
