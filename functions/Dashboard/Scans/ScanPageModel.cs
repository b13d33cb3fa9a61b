using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Dashboard.Scans;

/// <summary>A scan's page.</summary>
/// <param name="Agency">Whose the solution is.</param>
/// <param name="Solution">The solution scanned.</param>
/// <param name="Scan">The scan.</param>
/// <param name="Result">Its frozen result; null before it has one.</param>
/// <param name="PagesDone">Pages whose look is over.</param>
/// <param name="Pages">One page of the pages looked at, second looks left out.</param>
/// <param name="Texts">What the rules of its findings are called.</param>
public sealed record ScanPageModel(
    AgencyRow Agency,
    SolutionRow Solution,
    ScanRow Scan,
    ScanResult? Result,
    int PagesDone,
    Slice<PageRow> Pages,
    IReadOnlyDictionary<string, LocalizedText> Texts);
