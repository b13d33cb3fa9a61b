using Azure;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Agencies;

/// <summary>The solutions of agencies: what is scanned, how far and how often.</summary>
public sealed class SolutionRegister(AgencyRegister agencies, ITable<SolutionRow> solutions, TimeProvider clock)
{
    /// <summary>Registers a solution. Its first scan is due at once.</summary>
    /// <param name="agency">Whose it is.</param>
    /// <param name="draft">What is asked for.</param>
    /// <param name="by">Who asks: a key's id.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Registration<SolutionRow>> AddAsync(OrgNumber agency, SolutionDraft draft, string by, CancellationToken cancellation)
    {
        if (SolutionDraftCheck.Problems(draft) is { Count: > 0 } problems)
            return new Registration<SolutionRow>(null, problems);
        if (await agencies.FindAsync(agency, cancellation) is null)
            return Registration<SolutionRow>.Refused("orgNumber", ProblemCodes.NotFound);

        DateTimeOffset now = clock.GetUtcNow();
        SolutionRow row = With(
            new SolutionRow { PartitionKey = agency.Value, RowKey = SolutionId.New(agency).ToString(), CreatedAt = now, NextDueAt = now }, draft, by);
        if (await IsTakenAsync(row, cancellation))
            return Registration<SolutionRow>.Refused("url", ProblemCodes.Duplicate);
        SolutionRow stored = await solutions.TryInsertAsync(row, cancellation)
            ?? throw new InvalidOperationException($"Two solutions drew the id {row.RowKey}.");
        return Registration<SolutionRow>.Done(stored);
    }

    /// <summary>Changes a solution; a running scan goes on as it was ordered.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="draft">What it shall be.</param>
    /// <param name="by">Who asks: a key's id.</param>
    /// <param name="ifMatch">The version that was read; null changes whatever stands there.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Registration<SolutionRow>> UpdateAsync(
        SolutionId solution, SolutionDraft draft, string by, ETag? ifMatch, CancellationToken cancellation)
    {
        if (SolutionDraftCheck.Problems(draft) is { Count: > 0 } problems)
            return new Registration<SolutionRow>(null, problems);
        if (await FindAsync(solution, cancellation) is not { } current)
            return Registration<SolutionRow>.Refused("", ProblemCodes.NotFound);

        SolutionRow changed = With(current, draft, by);
        if (await IsTakenAsync(changed, cancellation))
            return Registration<SolutionRow>.Refused("url", ProblemCodes.Duplicate);
        // A shorter interval takes hold at once.
        DateTimeOffset soonest = clock.GetUtcNow().AddHours(changed.IntervalHours);
        changed = changed with { NextDueAt = changed.NextDueAt < soonest ? changed.NextDueAt : soonest, ETag = ifMatch ?? current.ETag };
        return await solutions.TryReplaceAsync(changed, cancellation) is { } stored
            ? Registration<SolutionRow>.Done(stored)
            : Registration<SolutionRow>.Refused("", ProblemCodes.Changed);
    }

    /// <summary>Pauses scheduling, or takes it up again; a running scan goes on, and one can still be ordered.</summary>
    /// <returns>The row; null when there is no such solution.</returns>
    public async Task<SolutionRow?> PauseAsync(SolutionId solution, bool paused, CancellationToken cancellation) =>
        await FindAsync(solution, cancellation) is null ? null : await solutions.UpdateAsync(
            solution.Agency.Value, solution.ToString(), s => s.Paused == paused ? null : s with { Paused = paused }, cancellation);

    /// <summary>Deregisters a solution: it is not scanned from then on, and a running scan is ended by the timer. What was found stays.</summary>
    /// <returns>The row; null when there is no such solution.</returns>
    public Task<SolutionRow?> DeregisterAsync(SolutionId solution, CancellationToken cancellation) => solutions.UpdateAsync(
        solution.Agency.Value, solution.ToString(), s => s.DeregisteredAt is null ? s with { DeregisteredAt = clock.GetUtcNow() } : null, cancellation);

    /// <summary>The solution; null when there is none, or it is deregistered.</summary>
    public async Task<SolutionRow?> FindAsync(SolutionId solution, CancellationToken cancellation) =>
        await solutions.FindAsync(solution, cancellation) is { DeregisteredAt: null } row ? row : null;

    private async Task<bool> IsTakenAsync(SolutionRow row, CancellationToken cancellation)
    {
        await foreach (SolutionRow other in solutions.ReadAsync(row.PartitionKey, "", cancellation))
        {
            if (other.RowKey != row.RowKey && other.DeregisteredAt is null && other.Url == row.Url && other.ScopePath == row.ScopePath)
                return true;
        }
        return false;
    }

    private static SolutionRow With(SolutionRow row, SolutionDraft draft, string by)
    {
        string? reason = string.IsNullOrWhiteSpace(draft.RobotsOverrideReason) ? null : draft.RobotsOverrideReason.Trim();
        return row with
        {
            Name = draft.Name.Trim(),
            Url = SolutionDraftCheck.TryUrl(draft.Url)!.AbsoluteUri,
            ScopePath = draft.ScopePath,
            Regulation = draft.Regulation,
            MaxPages = draft.MaxPages,
            IntervalHours = draft.IntervalHours,
            Paused = draft.Paused,
            RobotsOverrideReason = reason,
            RobotsOverrideBy = reason is null ? null : reason == row.RobotsOverrideReason ? row.RobotsOverrideBy : by,
        };
    }
}
