using Microsoft.AspNetCore.Http;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Findings;

/// <summary>Setting findings aside. A supervisor does it; an agency asks for it, which makes a task.</summary>
public sealed class SetAsideEndpoints(
    ITable<FindingRow> findings, SetAsideRequests requests, IRuleTexts texts, AuditLog audit, TimeProvider clock)
{
    private const int CommentLength = 2000;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2 * 365);

    /// <summary>Sets a finding aside, or asks for it.</summary>
    public async Task<IResult> PutAsync(HttpRequest request, SolutionId solution, string fingerprint, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await FindingEndpoints.FindAsync(findings, solution, fingerprint, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);
        if (!(await JsonBody.ReadAsync<SetAsideInput>(request)).Ok(out SetAsideInput? input, out IResult? unreadable))
            return unreadable;
        if (Refuse(input) is { } refusal)
            return refusal;
        return caller.IsSupervisor ? await SetAsync(request, row, input, caller) : await AskAsync(row, input, caller, cancellation);
    }

    /// <summary>Takes a finding in again.</summary>
    public async Task<IResult> DeleteAsync(HttpRequest request, SolutionId solution, string fingerprint, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await FindingEndpoints.FindAsync(findings, solution, fingerprint, cancellation) is not { SetAsideReason: not null } row)
            return new ProblemResult(Problems.NotFound);
        if (EntityTag.Refuse(request, EntityTag.Of(row)) is { } refusal)
            return refusal;
        if (await findings.TryReplaceAsync(Without(row), cancellation) is null)
            return new ProblemResult(Problems.VersionOutdated);
        await audit.WriteAsync(caller.KeyId, "finding.takenIn", row.RowKey, null, cancellation);
        return Results.NoContent();
    }

    private async Task<IResult> SetAsync(HttpRequest request, FindingRow row, SetAsideInput input, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        DateTimeOffset now = clock.GetUtcNow();
        // The first decision overwrites nothing; only a later one must say which it replaces.
        bool replaces = row.IsSetAside(now);
        if ((replaces || request.Headers.IfMatch.Count > 0) && EntityTag.Refuse(request, EntityTag.Of(row)) is { } refusal)
            return refusal;
        if (await findings.TryReplaceAsync(With(row, input, caller.KeyId, now), cancellation) is not { } stored)
            return new ProblemResult(Problems.VersionOutdated);
        await audit.WriteAsync(caller.KeyId, "finding.setAside", row.RowKey, input.Reason.ToString(), cancellation);
        Language language = AcceptedLanguage.Of(request);
        return new JsonAnswer(FindingView.Of(stored, language, texts, now)) { Tag = EntityTag.Of(stored, language), Language = language };
    }

    private async Task<IResult> AskAsync(FindingRow row, SetAsideInput input, Caller caller, CancellationToken cancellation) =>
        await requests.AskAsync(row, input, caller, cancellation)
            ? Results.StatusCode(StatusCodes.Status202Accepted)
            : new ProblemResult(Problems.AskedAlready);

    private IResult? Refuse(SetAsideInput input)
    {
        var faults = new Faults();
        if (input.Reason is null)
        {
            faults.Add("reason", "missing", new(
                "Oppgi falsePositive, outsideRegulation, disproportionateBurden eller plannedRepair.",
                "Oppgi falsePositive, outsideRegulation, disproportionateBurden eller plannedRepair.",
                "Give falsePositive, outsideRegulation, disproportionateBurden or plannedRepair."));
        }
        faults.Text("comment", input.Comment, CommentLength);
        DateTimeOffset now = clock.GetUtcNow();
        if (input.Until is not { } until || until <= now || until > now + Longest)
        {
            faults.Add("until", "outOfRange", new(
                "Oppgi et tidspunkt fram i tid, høyst to år.", "Oppgi eit tidspunkt fram i tid, høgst to år.", "Give a time in the future, at most two years ahead."));
        }
        return faults.Refusal;
    }

    /// <summary>The finding set aside.</summary>
    internal static FindingRow With(FindingRow row, SetAsideInput input, string by, DateTimeOffset now) => row with
    {
        SetAsideReason = input.Reason,
        SetAsideComment = input.Comment?.Trim(),
        SetAsideBy = by,
        SetAsideAt = now,
        SetAsideUntil = input.Until?.ToUniversalTime(),
    };

    /// <summary>The finding taken in again.</summary>
    internal static FindingRow Without(FindingRow row) => row with
    {
        SetAsideReason = null,
        SetAsideComment = null,
        SetAsideBy = null,
        SetAsideAt = null,
        SetAsideUntil = null,
    };
}
