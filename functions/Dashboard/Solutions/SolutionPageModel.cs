using Monitor.Functions.Dashboard.Components;
using Monitor.Functions.Dashboard.Findings;
using Monitor.Shared.Agencies;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Dashboard.Solutions;

/// <summary>A solution's page.</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="Solution">The solution.</param>
/// <param name="LastEnded">The last scan that has ended; null when none has.</param>
/// <param name="Scans">Its newest scans.</param>
/// <param name="MoreScans">Whether there are older ones.</param>
/// <param name="Trend">Figures of the last scans that came to a result, oldest first.</param>
/// <param name="States">Its findings by group.</param>
/// <param name="Group">The group listed; null when there are no findings.</param>
/// <param name="Findings">The group's findings.</param>
public sealed record SolutionPageModel(
    AgencyRow Agency,
    SolutionRow Solution,
    ScanRow? LastEnded,
    IReadOnlyList<ScanRow> Scans,
    bool MoreScans,
    IReadOnlyList<TrendRow> Trend,
    IReadOnlyList<StateCount> States,
    FindingGroup? Group,
    Slice<FindingLine> Findings);
