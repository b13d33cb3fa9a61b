using Monitor.Shared.Access;
using Monitor.Shared.Obligations;

namespace Monitor.Functions.Api.Declarations;

/// <summary>What an agency declares about an obligation.</summary>
/// <param name="Obligation">The obligation that the declaration is kept under.</param>
/// <param name="Outcome">What is declared.</param>
/// <param name="PlannedFor">The day it is planned for.</param>
/// <param name="Reason">The explanation.</param>
/// <param name="Link">Where it can be seen.</param>
/// <param name="ResponsibleRole">The role at the agency that answers for it.</param>
/// <param name="Role">Who declared it: the agency, or a supervisor for it.</param>
/// <param name="Who">The id of the key that declared it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="CountsUntil">When it stops to count (UTC).</param>
public sealed record DeclarationView(
    string Obligation, DeclaredOutcome Outcome, DateOnly? PlannedFor, string? Reason, string? Link, string? ResponsibleRole,
    Role Role, string Who, DateTimeOffset At, DateTimeOffset CountsUntil)
{
    internal static DeclarationView Of(DeclarationRow row) => new(
        row.Obligation,
        row.Outcome,
        row.PlannedFor is { } day ? DateOnly.FromDateTime(day.UtcDateTime) : null,
        row.Reason,
        row.Link,
        row.ResponsibleRole,
        row.Role,
        row.Who,
        row.At,
        DeclarationBook.CountsUntil(row.At));
}

/// <summary>What is sent to declare.</summary>
/// <param name="Outcome">What is declared.</param>
/// <param name="PlannedFor">The day it is planned for, after today: for what is planned, and only then.</param>
/// <param name="Reason">An explanation of at most 400 characters; needed for what is not relevant.</param>
/// <param name="Link">A web address where it can be seen; needed for what is met.</param>
/// <param name="ResponsibleRole">The role at the agency that answers for it, never a name; at most 100 characters.</param>
public sealed record DeclarationInput(DeclaredOutcome? Outcome, DateOnly? PlannedFor, string? Reason, string? Link, string? ResponsibleRole = null);
