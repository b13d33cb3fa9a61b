using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Solutions;

/// <summary>Registering, changing and deregistering solutions.</summary>
public sealed class SolutionEndpoints(
    ITable<AgencyRow> agencies, ITable<SolutionRow> solutions, SolutionRegister register, OutboundGuard guard, AuditLog audit)
{
    private const int ReasonLength = 1000;

    /// <summary>An agency's solutions that are not deregistered.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, OrgNumber agency)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await agencies.FindAsync(agency, cancellation) is null)
            return new ProblemResult(Problems.NotFound);
        return await Paging.ListAsync(
            request,
            page => solutions.PageAsync(agency.Value, "", page.Limit, page.Token, cancellation),
            row => row.DeregisteredAt is null,
            SolutionView.Of);
    }

    /// <summary>One solution.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, SolutionId solution) =>
        await solutions.FindAsync(solution, request.HttpContext.RequestAborted) is { } row ? Show(row) : new ProblemResult(Problems.NotFound);

    /// <summary>Registers a solution; its first scan is due at once.</summary>
    public async Task<IResult> RegisterAsync(HttpRequest request, OrgNumber agency, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await agencies.FindAsync(agency, cancellation) is not { } owner)
            return new ProblemResult(Problems.NotFound);
        if (owner.DeregisteredAt is not null)
            return new ProblemResult(Problems.AgencyDeregistered);
        if (!(await JsonBody.ReadAsync<SolutionInput>(request)).Ok(out SolutionInput? input, out IResult? unreadable))
            return unreadable;
        if (!TryDraft(input, out SolutionDraft? draft, out IResult? refusal))
            return refusal;
        Registration<SolutionRow> registration = await register.AddAsync(agency, draft, caller.KeyId, cancellation);
        if (registration.Row is not { } stored)
            return RegistrationAnswers.Refuse(registration.Problems, Problems.SolutionExists);
        await audit.WriteAsync(caller.KeyId, "solution.registered", stored.RowKey, stored.Url, cancellation);
        return new JsonAnswer(SolutionView.Of(stored))
        {
            Status = StatusCodes.Status201Created,
            Location = $"/{ApiRoutes.Solutions}/{stored.RowKey}",
            Tag = EntityTag.Of(stored),
        };
    }

    /// <summary>Changes a solution, its pause included.</summary>
    public async Task<IResult> PutAsync(HttpRequest request, SolutionId solution, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await solutions.FindAsync(solution, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);
        if (row.DeregisteredAt is not null)
            return new ProblemResult(Problems.SolutionDeregistered);
        if (!(await JsonBody.ReadAsync<SolutionInput>(request)).Ok(out SolutionInput? input, out IResult? unreadable))
            return unreadable;
        if (EntityTag.Refuse(request, EntityTag.Of(row)) is { } refusal)
            return refusal;
        if (!TryDraft(input, out SolutionDraft? draft, out IResult? unusable))
            return unusable;
        Registration<SolutionRow> registration = await register.UpdateAsync(solution, draft, caller.KeyId, row.ETag, cancellation);
        if (registration.Row is not { } stored)
            return RegistrationAnswers.Refuse(registration.Problems, Problems.SolutionExists);
        string action = stored.Paused == row.Paused ? "solution.changed" : stored.Paused ? "solution.paused" : "solution.resumed";
        await audit.WriteAsync(caller.KeyId, action, stored.RowKey, stored.RobotsOverrideReason == row.RobotsOverrideReason ? null : "robots.txt", cancellation);
        return Show(stored);
    }

    /// <summary>Deregisters a solution: none of it is scanned any more. What was found stays.</summary>
    public async Task<IResult> DeregisterAsync(HttpRequest request, SolutionId solution, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await solutions.FindAsync(solution, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);
        if (EntityTag.Refuse(request, EntityTag.Of(row)) is { } refusal)
            return refusal;
        await register.DeregisterAsync(solution, cancellation);
        await audit.WriteAsync(caller.KeyId, "solution.deregistered", solution.ToString(), null, cancellation);
        return Results.NoContent();
    }

    private bool TryDraft(SolutionInput input, [NotNullWhen(true)] out SolutionDraft? draft, [NotNullWhen(false)] out IResult? refusal)
    {
        draft = null;
        var faults = new Faults();
        if (!SolutionAddress.TryAccept(guard, input.Url, out string canonical))
            faults.Add("url", "addressNotAllowed", RegistrationAnswers.AddressNotAllowed);
        if (input.RobotsOverrideReason is { } reason)
            faults.Text("robotsOverrideReason", reason, ReasonLength);
        refusal = faults.Refusal;
        if (refusal is not null)
            return false;
        var defaults = new SolutionDraft("", "");
        draft = new SolutionDraft(
            input.Name ?? "",
            canonical,
            input.ScopePath ?? defaults.ScopePath,
            input.Regulation ?? defaults.Regulation,
            input.MaxPages ?? defaults.MaxPages,
            input.IntervalHours ?? defaults.IntervalHours,
            input.Paused ?? defaults.Paused,
            input.RobotsOverrideReason);
        return true;
    }

    private static JsonAnswer Show(SolutionRow row) => new(SolutionView.Of(row)) { Tag = EntityTag.Of(row) };
}
