using Microsoft.AspNetCore.Http;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Agencies;

/// <summary>Registering, changing, deregistering and erasing agencies.</summary>
public sealed class AgencyEndpoints(
    ITable<AgencyRow> agencies, AgencyRegister register, AgencyEraser eraser, AuditLog audit)
{
    /// <summary>The agencies that are not deregistered: all to a supervisor, its own to an agency.</summary>
    public Task<IResult> ListAsync(HttpRequest request, Caller caller) => Paging.ListAsync(
        request,
        page => agencies.PageAsync(AgencyRow.Partition, caller.Agency?.Value ?? "", page.Limit, page.Token, request.HttpContext.RequestAborted),
        row => row.DeregisteredAt is null,
        AgencyView.Of);

    /// <summary>One agency.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, OrgNumber agency) =>
        await agencies.FindAsync(agency, request.HttpContext.RequestAborted) is { } row ? Show(row) : new ProblemResult(Problems.NotFound);

    /// <summary>Registers an agency, or takes up again one that was deregistered, and has the registries asked about it.</summary>
    public async Task<IResult> RegisterAsync(HttpRequest request, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (!(await JsonBody.ReadAsync<NewAgencyInput>(request)).Ok(out NewAgencyInput? input, out IResult? unreadable))
            return unreadable;
        var faults = new Faults();
        OrgNumber? number = faults.OrgNumber("orgNumber", input.OrgNumber);
        if (faults.Refusal is { } refusal)
            return refusal;
        OrgNumber agency = number!.Value;
        var draft = new AgencyDraft(input.Name ?? agency.Display, input.BodyType, input.Ministry, input.Language ?? Language.Nb);
        Registration<AgencyRow> registration = await register.RegisterAsync(agency, draft, cancellation);
        if (registration.Row is not { } stored)
            return RegistrationAnswers.Refuse(registration.Problems, Problems.AgencyExists);
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
        if (await agencies.FindAsync(agency, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);
        if (row.DeregisteredAt is not null)
            return new ProblemResult(Problems.AgencyDeregistered);
        if (!(await JsonBody.ReadAsync<AgencyInput>(request)).Ok(out AgencyInput? input, out IResult? unreadable))
            return unreadable;
        if (EntityTag.Refuse(request, EntityTag.Of(row)) is { } refusal)
            return refusal;
        var draft = new AgencyDraft(input.Name ?? row.Name, input.BodyType, input.Ministry, input.Language ?? row.Language);
        Registration<AgencyRow> registration = await register.UpdateAsync(agency, draft, row.ETag, cancellation);
        if (registration.Row is not { } stored)
            return RegistrationAnswers.Refuse(registration.Problems, Problems.AgencyExists);
        await audit.WriteAsync(caller.KeyId, "agency.changed", agency.Value, null, cancellation);
        return Show(stored);
    }

    /// <summary>Deregisters an agency: nothing of it is looked at any more; what was found stays.</summary>
    public async Task<IResult> DeregisterAsync(HttpRequest request, OrgNumber agency, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await agencies.FindAsync(agency, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);
        if (EntityTag.Refuse(request, EntityTag.Of(row)) is { } refusal)
            return refusal;
        await register.DeregisterAsync(agency, cancellation);
        await audit.WriteAsync(caller.KeyId, "agency.deregistered", agency.Value, null, cancellation);
        return Results.NoContent();
    }

    /// <summary>
    /// Erases an agency. It is deregistered first, so that nothing of it comes back, and that it is to be erased is noted: what breaks off here,
    /// or takes longer than anybody waits, is finished by the timer or by asking again.
    /// </summary>
    public async Task<IResult> EraseAsync(HttpRequest request, OrgNumber agency, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await register.RequestErasureAsync(agency, cancellation) is null)
            return new ProblemResult(Problems.NotFound);
        await audit.WriteAsync(caller.KeyId, "agency.erased", agency.Value, null, cancellation);
        await eraser.EraseAsync(agency, cancellation);
        return Results.NoContent();
    }

    private static JsonAnswer Show(AgencyRow row) => new(AgencyView.Of(row)) { Tag = EntityTag.Of(row) };
}
