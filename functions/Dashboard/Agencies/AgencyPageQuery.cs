using Monitor.Functions.Dashboard.Components;
using Monitor.Functions.Dashboard.Findings;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.Agencies;

/// <summary>Reads an agency's page: its own partitions, so it is current.</summary>
public sealed class AgencyPageQuery(
    ITable<AgencyRow> agencies, ITable<SolutionRow> solutions, ITable<FindingRow> findings, ComplianceReader compliance, RecipientBook recipients, TimeProvider clock)
{
    /// <summary>The page; null when there is no such agency.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="contacts">The contacts form as it was sent; null to show what is stored.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<AgencyPageModel?> RunAsync(OrgNumber agency, FormState? contacts, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(AgencyRow.Partition, agency.Value, cancellation) is not { } row)
            return null;

        DateTimeOffset now = clock.GetUtcNow();
        List<FindingRow> all = [];
        await foreach (FindingRow finding in findings.ReadAsync(agency.Value, "", cancellation))
            all.Add(finding);
        ILookup<SolutionId, FindingRow> bySolution = all.ToLookup(f => f.Solution);

        List<SolutionLine> lines = [];
        await foreach (SolutionRow solution in solutions.ReadAsync(agency.Value, "", cancellation))
            lines.Add(SolutionLine.Of(solution, [.. bySolution[solution.Id]], now));

        ContactList list = await recipients.ReadAsync(agency, cancellation);
        return new AgencyPageModel(
            row,
            lines,
            StateCount.Of(all, now),
            await compliance.ReadAsync(row, cancellation),
            list,
            contacts ?? new FormState((AgencyPageModel.Addresses, string.Join('\n', list.Contacts.Select(c => c.Email))), (AgencyPageModel.Version, list.Version)));
    }
}
