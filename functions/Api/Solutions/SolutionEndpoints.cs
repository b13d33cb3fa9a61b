using Microsoft.AspNetCore.Http;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Solutions;

/// <summary>Registering, changing and deregistering solutions.</summary>
public sealed class SolutionEndpoints(
    ITable<AgencyRow> agencies, ITable<SolutionRow> solutions, SolutionReader reader, ScanOrders orders, AuditLog audit, TimeProvider clock)
{
    /// <summary>An agency's solutions that are not deregistered.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, OrgNumber agency)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await agencies.FindAsync(AgencyRow.Partition, agency.Value, cancellation) is null)
            return new ProblemResult(Problems.NotFound);
        return await Paging.ListAsync(
            request,
            page => solutions.PageAsync(agency.Value, "", page.Limit, page.Token, cancellation),
            row => row.DeregisteredAt is null,
            SolutionView.Of);
    }

    /// <summary>One solution.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, SolutionId solution) =>
        await FindAsync(solution, request.HttpContext.RequestAborted) is { } row ? Show(row) : new ProblemResult(Problems.NotFound);

    /// <summary>Registers a solution; its first scan is due at once.</summary>
    public async Task<IResult> RegisterAsync(HttpRequest request, OrgNumber agency, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await agencies.FindAsync(AgencyRow.Partition, agency.Value, cancellation) is not { } owner)
            return new ProblemResult(Problems.NotFound);
        if (owner.DeregisteredAt is not null)
            return new ProblemResult(Problems.AgencyDeregistered);
        if (!(await JsonBody.ReadAsync<SolutionInput>(request)).Ok(out SolutionInput? input, out IResult? unreadable))
            return unreadable;
        var faults = new Faults();
        DateTimeOffset now = clock.GetUtcNow();
        var fresh = new SolutionRow
        {
            PartitionKey = agency.Value,
            RowKey = SolutionId.New(agency).ToString(),
            CreatedAt = now,
            NextDueAt = now,
        };
        SolutionRow row = reader.Read(fresh, input, caller.KeyId, faults);
        if (faults.Refusal is { } refusal)
            return refusal;
        if (await IsTakenAsync(row, cancellation))
            return new ProblemResult(Problems.SolutionExists);
        if (await solutions.TryInsertAsync(row, cancellation) is not { } stored)
            return new ProblemResult(Problems.SolutionExists);
        await audit.WriteAsync(caller.KeyId, "solution.registered", stored.RowKey, stored.Url, cancellation);
        return new JsonAnswer(SolutionView.Of(stored))
        {
            Status = StatusCodes.Status201Created,
            Location = $"/api/v1/solutions/{stored.RowKey}",
            Tag = EntityTag.Of(stored),
        };
    }

    /// <summary>Changes a solution, its pause included.</summary>
    public async Task<IResult> PutAsync(HttpRequest request, SolutionId solution, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await FindAsync(solution, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);
        if (row.DeregisteredAt is not null)
            return new ProblemResult(Problems.SolutionDeregistered);
        if (!(await JsonBody.ReadAsync<SolutionInput>(request)).Ok(out SolutionInput? input, out IResult? unreadable))
            return unreadable;
        var faults = new Faults();
        SolutionRow changed = reader.Read(row, input, caller.KeyId, faults);
        if ((EntityTag.Refuse(request, EntityTag.Of(row)) ?? faults.Refusal) is { } refusal)
            return refusal;
        if (await IsTakenAsync(changed, cancellation))
            return new ProblemResult(Problems.SolutionExists);
        if (await solutions.TryReplaceAsync(changed, cancellation) is not { } stored)
            return new ProblemResult(Problems.VersionOutdated);
        string action = stored.Paused == row.Paused ? "solution.changed" : stored.Paused ? "solution.paused" : "solution.resumed";
        await audit.WriteAsync(caller.KeyId, action, stored.RowKey, stored.RobotsOverrideReason == row.RobotsOverrideReason ? null : "robots.txt", cancellation);
        return Show(stored);
    }

    /// <summary>Deregisters a solution: a running scan is stopped, and none is ordered any more. What was found stays.</summary>
    public async Task<IResult> DeregisterAsync(HttpRequest request, SolutionId solution, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await FindAsync(solution, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);
        if (EntityTag.Refuse(request, EntityTag.Of(row)) is { } refusal)
            return refusal;
        if (await solutions.TryReplaceAsync(row with { DeregisteredAt = row.DeregisteredAt ?? clock.GetUtcNow() }, cancellation) is null)
            return new ProblemResult(Problems.VersionOutdated);
        if (row.ActiveScan is { } scan)
            await orders.StopAsync(ScanId.Parse(scan), cancellation);
        await audit.WriteAsync(caller.KeyId, "solution.deregistered", solution.ToString(), null, cancellation);
        return Results.NoContent();
    }

    private Task<SolutionRow?> FindAsync(SolutionId solution, CancellationToken cancellation) =>
        solutions.FindAsync(solution.Agency.Value, solution.ToString(), cancellation);

    private async Task<bool> IsTakenAsync(SolutionRow wanted, CancellationToken cancellation)
    {
        await foreach (SolutionRow other in solutions.ReadAsync(wanted.PartitionKey, "", cancellation))
        {
            if (other.RowKey != wanted.RowKey && other.DeregisteredAt is null && other.Url == wanted.Url && other.ScopePath == wanted.ScopePath)
                return true;
        }
        return false;
    }

    private static JsonAnswer Show(SolutionRow row) => new(SolutionView.Of(row)) { Tag = EntityTag.Of(row) };
}
