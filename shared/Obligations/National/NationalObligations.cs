namespace Monitor.Shared.Obligations.National;

/// <summary>Every obligation of the circular, and how many bodies of each group it came to what for.</summary>
/// <param name="AsOf">When it was made (UTC).</param>
/// <param name="Edition">The edition it is judged by.</param>
/// <param name="EditionStatus">Whether that edition holds.</param>
/// <param name="Agencies">How many bodies there are, by group: what the counts of each group sum up to.</param>
/// <param name="Obligations">One entry for every row, in the circular's order.</param>
public sealed record NationalObligations(
    DateTimeOffset AsOf, string Edition, LegalStatus EditionStatus, IReadOnlyList<GroupSize> Agencies, IReadOnlyList<ObligationCounts> Obligations);

/// <summary>How many bodies a group has.</summary>
/// <param name="Group">The group.</param>
/// <param name="Agencies">Bodies in it.</param>
public sealed record GroupSize(BodyGroup Group, int Agencies);

/// <summary>One obligation's counts.</summary>
/// <param name="Id">The row.</param>
/// <param name="Kind">Requirement or recommendation.</param>
/// <param name="Groups">The counts, by group.</param>
public sealed record ObligationCounts(string Id, ObligationKind Kind, IReadOnlyList<GroupCounts> Groups);

/// <summary>What one obligation came to for the bodies of a group. Each body is counted once, by the outcome that its own page shows.</summary>
/// <param name="Group">The group.</param>
/// <param name="Met">Met, observed or declared.</param>
/// <param name="NotMet">Not met, observed or declared, what is planned included.</param>
/// <param name="CantTell">Something was observed that settles nothing.</param>
/// <param name="NotDeclared">Untested, where the body's declaration is missing or has aged out.</param>
/// <param name="Untested">Untested for another reason.</param>
/// <param name="NotApplicable">Does not bind them, or is declared not relevant.</param>
public sealed record GroupCounts(BodyGroup Group, int Met, int NotMet, int CantTell, int NotDeclared, int Untested, int NotApplicable)
{
    internal GroupCounts With(ObligationEntry entry) => entry switch
    {
        { Outcome: ObligationOutcome.Met } => this with { Met = Met + 1 },
        { Outcome: ObligationOutcome.NotMet } => this with { NotMet = NotMet + 1 },
        { Outcome: ObligationOutcome.CantTell } => this with { CantTell = CantTell + 1 },
        { Outcome: ObligationOutcome.NotApplicable } => this with { NotApplicable = NotApplicable + 1 },
        { Declaration.Owed: true } => this with { NotDeclared = NotDeclared + 1 },
        _ => this with { Untested = Untested + 1 },
    };
}
