using Monitor.Shared.Access;

namespace Monitor.Shared.Obligations;

/// <summary>What somebody wants to declare, over the API or by a form, held against one set of rules.</summary>
/// <param name="Outcome">What is declared.</param>
/// <param name="PlannedFor">The day it is planned for.</param>
/// <param name="Reason">The explanation.</param>
/// <param name="Link">Where it can be seen.</param>
/// <param name="ResponsibleRole">The role at the agency that answers for it.</param>
public sealed record DeclarationDraft(DeclaredOutcome? Outcome, DateOnly? PlannedFor, string? Reason, string? Link, string? ResponsibleRole)
{
    /// <summary>Characters of an explanation: with the words before it, it fits in one fact of the evidence.</summary>
    public const int ReasonLength = 400;

    /// <summary>Characters of a role.</summary>
    public const int RoleLength = 100;

    private const int LinkLength = 1000;

    /// <summary>Everything that is wrong with it.</summary>
    /// <param name="today">What is planned lies after this day.</param>
    public IEnumerable<DeclarationFault> Faults(DateOnly today)
    {
        bool planned = Outcome == DeclaredOutcome.Planned;
        if (Outcome is null)
            yield return DeclarationFault.NoOutcome;
        if (planned && (PlannedFor is not { } day || day <= today))
            yield return DeclarationFault.DateNotAhead;
        if (!planned && PlannedFor is not null)
            yield return DeclarationFault.DateNotWanted;
        if (string.IsNullOrWhiteSpace(Reason) ? Outcome == DeclaredOutcome.NotRelevant : !IsLine(Reason, ReasonLength))
            yield return DeclarationFault.BadReason;
        if (string.IsNullOrWhiteSpace(Link) ? Outcome == DeclaredOutcome.Met : !IsWebAddress(Link.Trim()))
            yield return DeclarationFault.BadLink;
        if (!string.IsNullOrWhiteSpace(ResponsibleRole) && !IsLine(ResponsibleRole, RoleLength))
            yield return DeclarationFault.BadRole;
    }

    /// <summary>The row it becomes, key and time left out.</summary>
    /// <param name="role">Who declares.</param>
    /// <param name="key">The id of the key used.</param>
    /// <exception cref="InvalidOperationException">It has faults.</exception>
    public DeclarationRow ToRow(Role role, string key) => new()
    {
        Outcome = Outcome ?? throw new InvalidOperationException("A declaration without an outcome is none."),
        PlannedFor = PlannedFor is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null,
        Reason = Said(Reason),
        Link = Said(Link),
        ResponsibleRole = Said(ResponsibleRole),
        Role = role,
        Who = key,
    };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsLine(string text, int length) => text.Trim() is var line && line.Length <= length && !line.Any(char.IsControl);

    private static bool IsWebAddress(string link) =>
        link.Length <= LinkLength && Uri.TryCreate(link, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
}

/// <summary>What can be wrong with a <see cref="DeclarationDraft"/>.</summary>
public enum DeclarationFault
{
    /// <summary>It does not say what is declared.</summary>
    NoOutcome,

    /// <summary>What is planned has no date, or one that is not ahead.</summary>
    DateNotAhead,

    /// <summary>It has a date though nothing is planned.</summary>
    DateNotWanted,

    /// <summary>What is not relevant is not explained, or the explanation cannot be kept.</summary>
    BadReason,

    /// <summary>What is met has no link, or the link is no web address.</summary>
    BadLink,

    /// <summary>The responsible role cannot be kept.</summary>
    BadRole,
}
