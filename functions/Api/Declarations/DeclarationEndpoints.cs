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
    // With the words before it, it fits in one fact of the evidence.
    private const int ReasonLength = 400;
    private const int LinkLength = 1000;

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
        if (Refuse(input) is { } unusable)
            return unusable;

        var draft = new DeclarationRow
        {
            Outcome = input.Outcome!.Value,
            PlannedFor = input.PlannedFor is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null,
            Reason = string.IsNullOrWhiteSpace(input.Reason) ? null : input.Reason.Trim(),
            Link = input.Link?.Trim(),
            Role = caller.Role,
            Who = caller.KeyId,
        };
        if (await book.DeclareAsync(agency, id, draft, version, cancellation) is not { } declared)
            return new ProblemResult(Problems.VersionOutdated);
        await audit.WriteAsync(caller.KeyId, "obligation.declared", agency.Value, $"{id} {draft.Outcome}", cancellation);
        return Show(declared.Row, declared.Version);
    }

    private IResult? Refuse(DeclarationInput input)
    {
        var faults = new Faults();
        if (input.Outcome is null)
            faults.Add("outcome", "missing", new("Oppgi met, notMet, planned eller notRelevant.", "Oppgi met, notMet, planned eller notRelevant.", "Give met, notMet, planned or notRelevant."));
        bool planned = input.Outcome == DeclaredOutcome.Planned;
        if (planned && (input.PlannedFor is not { } day || day <= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)))
            faults.Add("plannedFor", "outOfRange", new("Oppgi en dato fram i tid.", "Oppgi ein dato fram i tid.", "Give a date in the future."));
        if (!planned && input.PlannedFor is not null)
            faults.Add("plannedFor", "notWanted", new("Bare det som er planlagt, har en dato.", "Berre det som er planlagt, har ein dato.", "Only what is planned has a date."));
        if (input.Outcome == DeclaredOutcome.NotRelevant || !string.IsNullOrWhiteSpace(input.Reason))
            faults.Text("reason", input.Reason, ReasonLength);
        if ((input.Outcome == DeclaredOutcome.Met || input.Link is not null) && !IsWebAddress(input.Link?.Trim()))
        {
            faults.Add("link", "url", new(
                "Oppgi nettadressen der dette kan ses.", "Oppgi nettadressa der dette kan sjåast.", "Give the web address where this can be seen."));
        }
        return faults.Refusal;
    }

    private static bool IsWebAddress(string? link) =>
        link is { Length: <= LinkLength } && Uri.TryCreate(link, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";

    private static JsonAnswer Show(DeclarationRow row, ETag? version) =>
        new(DeclarationView.Of(row)) { Tag = version is { } known ? EntityTag.Of(known.ToString()) : null };
}
