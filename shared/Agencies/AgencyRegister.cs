using Azure;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Agencies;

/// <summary>The agencies that are monitored. Deregistering keeps what was found; erasing is another matter.</summary>
public sealed class AgencyRegister(ITable<AgencyRow> agencies, ITable<SolutionRow> solutions, IQueues queues, TimeProvider clock)
{
    /// <summary>Registers an agency, or takes a deregistered one in again, and asks the registries about it.</summary>
    public async Task<Registration<AgencyRow>> RegisterAsync(OrgNumber agency, AgencyDraft draft, CancellationToken cancellation)
    {
        if (SolutionDraftCheck.NameProblems(draft.Name).ToArray() is { Length: > 0 } problems)
            return new Registration<AgencyRow>(null, problems);

        AgencyRow? current = await agencies.FindAsync(agency, cancellation);
        if (current?.ErasureRequestedAt is not null)
            return Registration<AgencyRow>.Refused("orgNumber", ProblemCodes.Erasing);
        AgencyRow row = With(current ?? new AgencyRow { PartitionKey = AgencyRow.Partition, RowKey = agency.Value, CreatedAt = clock.GetUtcNow() }, draft);
        AgencyRow? stored = current switch
        {
            null => await agencies.TryInsertAsync(row, cancellation),
            { DeregisteredAt: not null } => await agencies.TryReplaceAsync(row, cancellation),
            _ => null,
        };
        if (stored is null)
            return Registration<AgencyRow>.Refused("orgNumber", ProblemCodes.Duplicate);
        await queues.SendAsync(new CheckAgencyMessage(agency), cancellation);
        return Registration<AgencyRow>.Done(stored);
    }

    /// <summary>Changes what is said about an agency.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="draft">What it shall be.</param>
    /// <param name="ifMatch">The version that was read; null changes whatever stands there.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Registration<AgencyRow>> UpdateAsync(OrgNumber agency, AgencyDraft draft, ETag? ifMatch, CancellationToken cancellation)
    {
        if (SolutionDraftCheck.NameProblems(draft.Name).ToArray() is { Length: > 0 } problems)
            return new Registration<AgencyRow>(null, problems);
        if (await FindAsync(agency, cancellation) is not { } current)
            return Registration<AgencyRow>.Refused("", ProblemCodes.NotFound);
        AgencyRow changed = With(current, draft) with { ETag = ifMatch ?? current.ETag };
        return await agencies.TryReplaceAsync(changed, cancellation) is { } stored
            ? Registration<AgencyRow>.Done(stored)
            : Registration<AgencyRow>.Refused("", ProblemCodes.Changed);
    }

    /// <summary>Deregisters an agency and all its solutions: nothing of it is scanned or asked about from then on, and a running scan is ended by the timer.</summary>
    /// <returns>The agency's row; null when there is none.</returns>
    public async Task<AgencyRow?> DeregisterAsync(OrgNumber agency, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        AgencyRow? row = await agencies.UpdateAsync(
            AgencyRow.Partition, agency.Value, a => a.DeregisteredAt is null ? a with { DeregisteredAt = now } : null, cancellation);
        if (row is null)
            return null;
        await foreach (SolutionRow solution in solutions.ReadAsync(agency.Value, "", cancellation))
        {
            await solutions.UpdateAsync(
                agency.Value, solution.RowKey, s => s.DeregisteredAt is null ? s with { DeregisteredAt = now } : null, cancellation);
        }
        return row;
    }

    /// <summary>Deregisters an agency and notes that it is to be erased; it cannot be registered again before that is through.</summary>
    /// <returns>The agency's row; null when there is none.</returns>
    public async Task<AgencyRow?> RequestErasureAsync(OrgNumber agency, CancellationToken cancellation)
    {
        if (await DeregisterAsync(agency, cancellation) is null)
            return null;
        DateTimeOffset now = clock.GetUtcNow();
        return await agencies.UpdateAsync(
            AgencyRow.Partition, agency.Value, a => a.ErasureRequestedAt is null ? a with { ErasureRequestedAt = now } : null, cancellation);
    }

    /// <summary>The agency; null when there is none, or it is deregistered.</summary>
    public async Task<AgencyRow?> FindAsync(OrgNumber agency, CancellationToken cancellation) =>
        await agencies.FindAsync(agency, cancellation) is { DeregisteredAt: null } row ? row : null;

    private static AgencyRow With(AgencyRow row, AgencyDraft draft) => row with
    {
        Name = draft.Name.Trim(),
        BodyType = draft.BodyType ?? row.BodyType,
        Ministry = draft.Ministry ?? row.Ministry,
        BodyTypeOverridden = draft.BodyType is not null || draft.Ministry is not null || row.BodyTypeOverridden,
        Language = draft.Language,
        DeregisteredAt = null,
    };
}
