using Microsoft.AspNetCore.Http;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Keys;

/// <summary>Making, listing and taking back keys.</summary>
public sealed class KeyEndpoints(KeyStore keys, ITable<AgencyRow> agencies, AuditLog audit, TimeProvider clock)
{
    /// <summary>All keys, those that have ended included.</summary>
    public Task<IResult> ListAsync(HttpRequest request) => Paging.ListAsync(
        request, page => keys.PageAsync(page.Limit, page.Token, request.HttpContext.RequestAborted), _ => true, KeyView.Of);

    /// <summary>One key, one that has ended included.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, string keyId) =>
        await keys.ReadAsync(keyId, request.HttpContext.RequestAborted) is { } row
            ? new JsonAnswer(KeyView.Of(row)) { Tag = EntityTag.Of(row) }
            : new ProblemResult(Problems.NotFound);

    /// <summary>Makes a key.</summary>
    public async Task<IResult> CreateAsync(HttpRequest request, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (!(await JsonBody.ReadAsync<KeyInput>(request)).Ok(out KeyInput? input, out IResult? refusal))
            return refusal;
        var faults = new Faults();
        string name = faults.Text("name", input.Name, 100);
        if (input.Role is null)
            faults.Add("role", "missing", new("Oppgi agency eller supervisor.", "Oppgi agency eller supervisor.", "Give agency or supervisor."));
        OrgNumber? agency = await AgencyOfAsync(input, faults, cancellation);
        if (input.ExpiresAt <= clock.GetUtcNow())
            faults.Add("expiresAt", "outOfRange", new("Oppgi et tidspunkt fram i tid.", "Oppgi eit tidspunkt fram i tid.", "Give a time in the future."));
        if (faults.Refusal is { } invalid)
            return invalid;

        NewKey key = await keys.CreateAsync(input.Role!.Value, agency, name, caller.KeyId, input.ExpiresAt?.ToUniversalTime(), cancellation);
        await audit.WriteAsync(caller.KeyId, "key.created", key.Row.RowKey, agency?.Value, cancellation);
        return new JsonAnswer(new NewKeyView(key.Secret, KeyView.Of(key.Row))) { Status = StatusCodes.Status201Created };
    }

    /// <summary>Takes a key back; once more is no error.</summary>
    public async Task<IResult> RevokeAsync(HttpRequest request, string keyId, Caller caller)
    {
        if (await keys.RevokeAsync(keyId, request.HttpContext.RequestAborted) is null)
            return new ProblemResult(Problems.NotFound);
        await audit.WriteAsync(caller.KeyId, "key.revoked", keyId, null, request.HttpContext.RequestAborted);
        return Results.NoContent();
    }

    private async Task<OrgNumber?> AgencyOfAsync(KeyInput input, Faults faults, CancellationToken cancellation)
    {
        if (input.Role == Role.Supervisor)
        {
            if (input.OrgNumber is not null)
                faults.Add("orgNumber", "notWanted", new("Nøkkelen til et tilsyn hører ikke til noen virksomhet.", "Nøkkelen til eit tilsyn høyrer ikkje til noka verksemd.", "A supervisor's key has no agency."));
            return null;
        }
        if (input.Role != Role.Agency || faults.OrgNumber("orgNumber", input.OrgNumber) is not { } agency)
            return null;
        if (await agencies.FindAsync(agency, cancellation) is not { DeregisteredAt: null })
            faults.Add("orgNumber", "notRegistered", new("Registrer virksomheten først.", "Registrer verksemda først.", "Register the agency first."));
        return agency;
    }
}
