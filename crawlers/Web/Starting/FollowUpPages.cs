using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Web.Starting;

/// <summary>Finds the pages that a scan must look at again: those that carry a finding which is open or waits to be confirmed.</summary>
public sealed class FollowUpPages(ITable<FindingRow> findings, ITable<OccurrenceRow> occurrences)
{
    /// <summary>The URLs, those with most findings first.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(SolutionId solution, CancellationToken cancellation)
    {
        Dictionary<string, int> pages = [];
        await foreach (FindingRow finding in findings.ReadAsync(solution.Agency.Value, $"{solution}|", cancellation))
        {
            if (!finding.Open && finding.State != FindingState.Unconfirmed)
                continue;
            await foreach (OccurrenceRow occurrence in occurrences.ReadAsync(OccurrenceRow.PartitionOf(solution, finding.Fingerprint), "", cancellation))
                pages[occurrence.Url] = pages.GetValueOrDefault(occurrence.Url) + 1;
        }
        return [.. pages.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key)];
    }
}
