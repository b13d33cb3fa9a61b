using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Web.Starting;

/// <summary>Finds the pages and documents that a scan must look at again: those that carry a finding which is open or waits to be confirmed.</summary>
public sealed class FollowUpPages(ITable<FindingRow> findings, ITable<OccurrenceRow> occurrences)
{
    /// <summary>
    /// Them in the order they are needed: first those that together carry every finding, each time the one with most findings not covered yet;
    /// then the rest, those with most findings first.
    /// </summary>
    public async Task<IReadOnlyList<SamplePage>> ReadAsync(SolutionId solution, CancellationToken cancellation)
    {
        Dictionary<string, HashSet<string>> findingsOf = [];
        HashSet<string> documents = [];
        await foreach (FindingRow finding in findings.ReadAsync(solution.Agency.Value, $"{solution}|", cancellation))
        {
            if (!finding.Open && finding.State != FindingState.Unconfirmed)
                continue;
            await foreach (OccurrenceRow occurrence in occurrences.ReadAsync(OccurrenceRow.PartitionOf(solution, finding.Fingerprint), "", cancellation))
            {
                if (!findingsOf.TryGetValue(occurrence.Url, out HashSet<string>? carried))
                    findingsOf[occurrence.Url] = carried = [];
                carried.Add(finding.Fingerprint);
                if (finding.Check == CheckIds.Documents)
                    documents.Add(occurrence.Url);
            }
        }
        return [.. InOrderOfNeed(findingsOf).Select(url => new SamplePage(url, documents.Contains(url) ? PageKind.Document : PageKind.FollowUp))];
    }

    private static List<string> InOrderOfNeed(Dictionary<string, HashSet<string>> findingsOf)
    {
        List<string> left = [.. findingsOf.OrderByDescending(p => p.Value.Count).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key)];
        List<string> ordered = [];
        HashSet<string> covered = [];
        // Of equals, MaxBy takes the first.
        while (left.MaxBy(New) is { } best && New(best) > 0)
        {
            left.Remove(best);
            ordered.Add(best);
            covered.UnionWith(findingsOf[best]);
        }
        return [.. ordered, .. left];

        int New(string url) => findingsOf[url].Count(f => !covered.Contains(f));
    }
}
