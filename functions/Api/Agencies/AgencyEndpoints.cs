using Microsoft.AspNetCore.Http;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Agencies;

/// <summary>Registering, changing, deregistering and erasing agencies.</summary>
public sealed class AgencyEndpoints(
    ITable<AgencyRow> agencies, ITable<SolutionRow> solutions, ScanOrders orders, AgencyEraser eraser, IQueues queues, AuditLog audit, TimeProvider clock)
{
    private const int NameLength = 200;

    /// <summary>The agencies that are not deregistered: all to a supervisor, its own to an agency.</summary>
    public Task<IResult> ListAsync(HttpRequest request, Caller caller) => Paging.ListAsync(
        request,
        page => agencies.PageAsync(AgencyRow.Partition, caller.Agency?.Value ?? "", page.Limit, page.Token, request.HttpContext.RequestAborted),
        row => row.DeregisteredAt is null,
        AgencyView.Of);

    /// <summary>One agency.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, OrgNumber agency) =>
        await FindAsync(agency, request.HttpContext.RequestAborted) is { } row ? Show(row) : new ProblemResult(Problems.NotFound);

    /// <summary>Registers an agency, or takes up again one that was deregistered, and has the registries asked about it.</summary>
    public async Task<IResult> RegisterAsync(HttpRequest request, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (!(await JsonBody.ReadAsync<NewAgencyInput>(request)).Ok(out NewAgencyInput? input, out IResult? unreadable))
            return unreadable;
        var faults = new Faults();
        OrgNumber? number = faults.OrgNumber("orgNumber", input.OrgNumber);
        var details = new AgencyInput(input.Name, input.BodyType, input.Ministry, input.Language);
        Check(details, faults);
        if (faults.Refusal is { } refusal)
            return refusal;

        OrgNumber agency = number!.Value;
        var fresh = new AgencyRow { PartitionKey = AgencyRow.Partition, RowKey = agency.Value, Name = agency.Display, CreatedAt = clock.GetUtcNow() };
        AgencyRow? stored = await agencies.TryInsertAsync(With(fresh, details), cancellation);
        if (stored is null && await FindAsync(agency, cancellation) is { DeregisteredAt: not null } former)
            stored = await agencies.TryReplaceAsync(With(former, details) with { DeregisteredAt = null }, cancellation);
        if (stored is null)
            return new ProblemResult(Problems.AgencyExists);
        await queues.SendAsync(new CheckAgencyMessage(agency), cancellation);
        await audit.WriteAsync(caller.KeyId, "agency.registered", agency.Value, null, cancellation);
        return new JsonAnswer(AgencyView.Of(stored))
        {
            Status = StatusCodes.Status201Created,
            Location = $"/{ApiRoutes.Agencies}/{agency}",
            Tag = EntityTag.Of(stored),
        };
    }

    /// <summary>Changes an agency.</summary>
    public async Task<IResult> PutAsync(HttpRequest request, OrgNumber agency, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await FindAsync(agency, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);
        if (!(await JsonBody.ReadAsync<AgencyInput>(request)).Ok(out AgencyInput? input, out IResult? unreadable))
            return unreadable;
        var faults = new Faults();
        Check(input, faults);
        if ((EntityTag.Refuse(request, EntityTag.Of(row)) ?? faults.Refusal) is { } refusal)
            return refusal;
        if (await agencies.TryReplaceAsync(With(row, input), cancellation) is not { } stored)
            return new ProblemResult(Problems.VersionOutdated);
        // Where the registry decides again, it is asked at once.
        if (row.BodyTypeOverridden && !stored.BodyTypeOverridden)
            await queues.SendAsync(new CheckAgencyMessage(agency), cancellation);
        await audit.WriteAsync(caller.KeyId, "agency.changed", agency.Value, null, cancellation);
        return Show(stored);
    }

    /// <summary>Deregisters an agency: its running scans are stopped, and nothing of it is looked at any more.</summary>
    public async Task<IResult> DeregisterAsync(HttpRequest request, OrgNumber agency, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await FindAsync(agency, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);
        if (EntityTag.Refuse(request, EntityTag.Of(row)) is { } refusal)
            return refusal;
        if (await agencies.TryReplaceAsync(row with { DeregisteredAt = row.DeregisteredAt ?? clock.GetUtcNow() }, cancellation) is null)
            return new ProblemResult(Problems.VersionOutdated);
        await StopScansAsync(agency, cancellation);
        await audit.WriteAsync(caller.KeyId, "agency.deregistered", agency.Value, null, cancellation);
        return Results.NoContent();
    }

    /// <summary>Erases all that is kept of an agency. It is deregistered first, so that nothing of it comes back.</summary>
    public async Task<IResult> EraseAsync(HttpRequest request, OrgNumber agency, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        DateTimeOffset now = clock.GetUtcNow();
        if (await agencies.UpdateAsync(
            AgencyRow.Partition, agency.Value, row => row.DeregisteredAt is null ? row with { DeregisteredAt = now } : null, cancellation) is null)
            return new ProblemResult(Problems.NotFound);
        await StopScansAsync(agency, cancellation);
        await audit.WriteAsync(caller.KeyId, "agency.erased", agency.Value, null, cancellation);
        await eraser.EraseAsync(agency, cancellation);
        return Results.NoContent();
    }

    private Task<AgencyRow?> FindAsync(OrgNumber agency, CancellationToken cancellation) =>
        agencies.FindAsync(AgencyRow.Partition, agency.Value, cancellation);

    private async Task StopScansAsync(OrgNumber agency, CancellationToken cancellation)
    {
        await foreach (SolutionRow solution in solutions.ReadAsync(agency.Value, "", cancellation))
        {
            if (solution.ActiveScan is { } scan)
                await orders.StopAsync(ScanId.Parse(scan), cancellation);
        }
    }

    private static void Check(AgencyInput input, Faults faults)
    {
        if (input.Name is not null)
            faults.Text("name", input.Name, NameLength);
        if (input is { Ministry: not null, BodyType: null })
            faults.Add("bodyType", "missing", new("Oppgi bodyType sammen med ministry.", "Oppgi bodyType saman med ministry.", "Give bodyType together with ministry."));
    }

    private static AgencyRow With(AgencyRow row, AgencyInput input) => row with
    {
        Name = input.Name?.Trim() ?? row.Name,
        BodyType = input.BodyType ?? row.BodyType,
        Ministry = input.Ministry ?? row.Ministry,
        BodyTypeOverridden = input.BodyType is not null,
        Language = input.Language ?? Language.Nb,
    };

    private static JsonAnswer Show(AgencyRow row) => new(AgencyView.Of(row)) { Tag = EntityTag.Of(row) };
}
