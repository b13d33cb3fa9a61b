using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;

namespace Monitor.Functions.Dashboard.Agencies;

/// <summary>One solution in the list of its agency.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="MeasuredAt">When the last scan that came to a result was ordered (UTC); null when none has.</param>
/// <param name="Open">Open findings, not set aside.</param>
/// <param name="New">Of these, new or reopened.</param>
/// <param name="Unconfirmed">Seen once, not confirmed.</param>
public sealed record SolutionLine(SolutionRow Solution, DateTimeOffset? MeasuredAt, int Open, int New, int Unconfirmed)
{
    internal static SolutionLine Of(SolutionRow solution, IReadOnlyList<FindingRow> findings, DateTimeOffset now)
    {
        FindingRow[] open = [.. findings.Where(f => f.Open && !f.IsSetAside(now))];
        return new SolutionLine(
            solution,
            ScanId.TryParse(solution.LastScan, null, out ScanId last) ? last.OrderedAt : null,
            open.Length,
            open.Count(f => f.State is FindingState.New or FindingState.Reopened),
            findings.Count(f => f.State == FindingState.Unconfirmed));
    }
}
