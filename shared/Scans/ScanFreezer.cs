using Monitor.Shared.Findings;
using Monitor.Shared.Regulations;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Decides once what a scan will write.</summary>
public sealed class ScanFreezer(ITable<PageRow> pages, IBlobs blobs, FindingStore findings, IAcrossPages across, TimeProvider clock)
{
    /// <summary>What was frozen, or is now: of two workers, the first decides for both.</summary>
    internal async Task<FrozenScan> FreezeAsync(ScanRow scan, CancellationToken cancellation)
    {
        string blob = FrozenScan.BlobOf(scan.Id);
        if (await blobs.ReadJsonAsync<FrozenScan>(blob, cancellation) is { } frozen)
            return frozen;
        FrozenScan decided = await DecideAsync(scan, cancellation);
        if (await blobs.TryCreateJsonAsync(blob, decided, cancellation))
            return decided;
        return await blobs.ReadJsonAsync<FrozenScan>(blob, cancellation) ?? throw new InvalidOperationException($"{blob} exists and cannot be read.");
    }

    /// <summary>What the scan has observed so far, and the state before it.</summary>
    internal async Task<(SolutionState Before, ScanObservations Scan, ScanLooks Looks)> ReadAsync(ScanRow scan, CancellationToken cancellation)
    {
        ScanLooks looks = (await ScanLooks.ReadAsync(scan.Id, pages, blobs, cancellation)).JudgedBy(across);
        var observed = ScanObservations.Of(scan.Id, clock.GetUtcNow(), RegulationOf(scan), scan.Baseline, looks.Looks);
        return (await findings.LoadAsync(scan.Id.Solution, cancellation), observed, looks);
    }

    private async Task<FrozenScan> DecideAsync(ScanRow scan, CancellationToken cancellation)
    {
        (SolutionState before, ScanObservations observed, ScanLooks looks) = await ReadAsync(scan, cancellation);
        IReadOnlyList<(SamplePage, PageAudit)> sampled = looks.InSampleOrder();
        ScanResult result = ScanResultBuilder.Build(scan.Url, Header(scan, observed.At, looks, sampled), observed.Regulation, sampled);
        Transitions transitions = FindingLifeCycle.Apply(before, observed);
        IReadOnlyList<FindingRow> open = ScanChangesBuilder.OpenAfter(before, transitions, observed.At);
        int pagesSampled = result.Pages.Count(p => p.Status != PageStatus.Skipped);
        return new FrozenScan(
            scan.Id, observed.At, transitions, result,
            observed.AnyAudited ? ScanChangesBuilder.Of(before, observed, transitions, pagesSampled, result.Summary) : null,
            new SortedDictionary<string, int>(
                open.SelectMany(f => f.Criteria).CountBy(c => c).ToDictionary(), StringComparer.Ordinal),
            RuleSets.Of(observed))
        {
            Shown = ShownPage.Of(looks),
        };
    }

    private static ScanResultScan Header(ScanRow scan, DateTimeOffset at, ScanLooks looks, IReadOnlyList<(SamplePage Page, PageAudit Audit)> sampled)
    {
        var verdict = ScanVerdict.Of([.. sampled.Select(s => (s.Audit.Status, s.Audit.Reason))], scan.StopRequested ? ScanReasons.Stopped : null);
        (IReadOnlyList<EngineInfo> engines, string? browser) = PageEvidence.Sum(sampled.Select(s => s.Audit));
        return new ScanResultScan(
            scan.RowKey, scan.StartedAt ?? scan.CreatedAt, at, verdict.Status, verdict.Reason, scan.Regulation,
            engines, browser, scan.Seed, looks.Sample?.Discovered ?? sampled.Count)
        {
            Documents = looks.Sample?.Documents,
        };
    }

    private static Regulation RegulationOf(ScanRow scan) =>
        RegulationCatalogue.Find(scan.Regulation) ?? throw new InvalidOperationException($"Scan {scan.RowKey} judges by '{scan.Regulation}', which is unknown.");
}
