using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Obligations;

/// <summary>Reads what is stored about an agency's web solutions.</summary>
internal sealed class SiteFactsReader(ITable<SolutionRow> solutions, ITable<ScanRow> scans, ITable<FindingRow> findings, IBlobs blobs, TimeProvider clock)
{
    public async Task<SiteFacts> ReadAsync(OrgNumber agency, CancellationToken cancellation)
    {
        ILookup<SolutionId, FindingRow> failures = await ReadFailuresAsync(agency, cancellation);
        var facts = new List<SolutionFacts>();
        await foreach (SolutionRow solution in solutions.ReadAsync(agency.Value, "", cancellation))
        {
            if (solution.DeregisteredAt is not null)
                continue;
            ScanRow? last = solution.LastScan is { } id ? await scans.FindAsync(solution.RowKey, id, cancellation) : null;
            IReadOnlyList<ShownPage>? shown = last is null ? null : await blobs.ReadJsonAsync<IReadOnlyList<ShownPage>>(ScanBlobs.ShownOf(last.Id), cancellation);
            facts.Add(Describe(solution, last, failures[solution.Id]) with { Pages = shown ?? [] });
        }
        return new SiteFacts(facts);
    }

    private async Task<ILookup<SolutionId, FindingRow>> ReadFailuresAsync(OrgNumber agency, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var confirmed = new List<FindingRow>();
        await foreach (FindingRow finding in findings.ReadAsync(agency.Value, "", cancellation))
        {
            if (IsConfirmed(finding.State) && !finding.IsSetAside(now))
                confirmed.Add(finding);
        }
        return confirmed.ToLookup(f => f.Solution);
    }

    private static bool IsConfirmed(FindingState state) =>
        state is FindingState.FirstSeen or FindingState.New or FindingState.Persisting or FindingState.Reopened;

    private static SolutionFacts Describe(SolutionRow solution, ScanRow? last, IEnumerable<FindingRow> failures)
    {
        Regulation? regulation = RegulationCatalogue.Find(solution.Regulation);
        // It may be measured by a standard that asks for more than the law does.
        Regulation? law = regulation is null ? null : RegulationCatalogue.LawBehind(regulation);
        FindingRow[] unlawful = [.. failures.Where(f => law?.Requires(f.Criteria) is not false)];
        return new SolutionFacts(
            solution.Id,
            solution.Url,
            solution.LastScan is not null,
            unlawful.Length,
            [.. unlawful.SelectMany(f => law?.Required(f.Criteria) ?? f.Criteria).Distinct().OrderBy(c => Version.TryParse(c, out Version? v) ? v : null)],
            last?.PagesAudited ?? 0,
            last?.PagesSampled ?? 0,
            last?.CriteriaTested ?? 0,
            regulation?.Criteria.Count ?? 0);
    }
}
