using Azure;
using Microsoft.AspNetCore.Http;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Declarations;

/// <summary>Declaring, and showing what is declared. The agency does it, or a supervisor for it.</summary>
public sealed class DeclarationEndpoints(ITable<AgencyRow> agencies, DeclarationBook book, AuditLog audit, TimeProvider clock)
{
    /// <summary>The newest declaration on each obligation.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, OrgNumber agency)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        return await agencies.FindAsync(AgencyRow.Partition, agency.Value, cancellation) is null
            ? new ProblemResult(Problems.NotFound)
            : new JsonAnswer(new ListView<DeclarationView>([.. (await book.ListAsync(agency, cancellation)).Select(DeclarationView.Of)]));
    }

    /// <summary>The newest declaration on one.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, OrgNumber agency, string obligation)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (ObligationCatalogue.Find(obligation) is not { Declarable: true, JudgedAs: var id })
            return new ProblemResult(Problems.NotFound);
        // The version is read first: a declaration that comes in between makes it outdated, never too new.
        ETag? version = await book.VersionAsync(agency, id, cancellation);
        return await book.FindAsync(agency, id, cancellation) is { } row ? Show(row, version) : new ProblemResult(Problems.NotFound);
    }

    /// <summary>Every declaration on one obligation, newest first.</summary>
    public Task<IResult> HistoryAsync(HttpRequest request, OrgNumber agency, string obligation) =>
        ObligationCatalogue.Find(obligation) is { Declarable: true, JudgedAs: var id }
            ? Paging.ListAsync(request, page => book.HistoryAsync(agency, id, page.Limit, page.Token, request.HttpContext.RequestAborted), _ => true, DeclarationView.Of)
            : Task.FromResult<IResult>(new ProblemResult(Problems.NotFound));

    /// <summary>Declares; what was declared before stays in the history.</summary>
    public async Task<IResult> PutAsync(HttpRequest request, OrgNumber agency, string obligation, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (ObligationCatalogue.Find(obligation) is not { Declarable: true, JudgedAs: var id }
            || await agencies.FindAsync(AgencyRow.Partition, agency.Value, cancellation) is not { } owner)
            return new ProblemResult(Problems.NotFound);
        if (owner.DeregisteredAt is not null)
            return new ProblemResult(Problems.AgencyDeregistered);
        if (!(await JsonBody.ReadAsync<DeclarationInput>(request)).Ok(out DeclarationInput? input, out IResult? unreadable))
            return unreadable;
        ETag? version = await book.VersionAsync(agency, id, cancellation);
        if (version is { } standing && EntityTag.Refuse(request, EntityTag.Of(standing.ToString())) is { } refusal)
            return refusal;
        if (version is null && request.Headers.IfMatch.Count > 0)
            return new ProblemResult(Problems.VersionOutdated);
        var draft = new DeclarationDraft(input.Outcome, input.PlannedFor, input.Reason, input.Link, input.ResponsibleRole);
        if (DeclarationFaults.Refusal(draft.Faults(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))) is { } unusable)
            return unusable;

        if (await book.DeclareAsync(agency, id, draft.ToRow(caller.Role, caller.KeyId), version, cancellation) is not { } declared)
            return new ProblemResult(Problems.VersionOutdated);
        await audit.WriteAsync(caller.KeyId, "obligation.declared", agency.Value, $"{id} {draft.Outcome}", cancellation);
        return Show(declared.Row, declared.Version);
    }

    private static JsonAnswer Show(DeclarationRow row, ETag? version) =>
        new(DeclarationView.Of(row)) { Tag = version is { } known ? EntityTag.Of(known.ToString()) : null };
}
