using Monitor.Shared.Agencies;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Dashboard.Solutions;

/// <summary>All scans of a solution, a page at a time.</summary>
/// <param name="Agency">Whose the solution is.</param>
/// <param name="Solution">The solution.</param>
/// <param name="Scans">The page's scans, newest first.</param>
/// <param name="Next">What asks for the older ones; null at the end.</param>
public sealed record ScanListModel(AgencyRow Agency, SolutionRow Solution, IReadOnlyList<ScanRow> Scans, string? Next);
