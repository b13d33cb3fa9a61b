namespace Monitor.Shared.Obligations;

/// <summary>What a check came to, before the rules of observation and precedence.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reason">A code of <see cref="ObligationReasons"/>; null for met.</param>
/// <param name="Evidence">What it rests on.</param>
/// <param name="Determined">False when the source could not tell: the row is untested until it can.</param>
/// <param name="NeedsSecondObservation">Whether a not-met must be seen again at least 20 h later.</param>
public sealed record ObligationResult(
    ObligationOutcome Outcome, string? Reason, IReadOnlyList<Evidence> Evidence, bool Determined = true, bool NeedsSecondObservation = false)
{
    /// <summary>The version of the rule that came to it (<see cref="IObligationCheck.RuleVersion"/>).</summary>
    public int RuleVersion { get; init; } = 1;

    /// <summary>Met.</summary>
    public static ObligationResult Met(params IReadOnlyList<Evidence> evidence) => new(ObligationOutcome.Met, null, evidence);

    /// <summary>No verdict.</summary>
    public static ObligationResult CantTell(string reason, params IReadOnlyList<Evidence> evidence) => new(ObligationOutcome.CantTell, reason, evidence);

    /// <summary>A registry says not met: it stands only when seen again at least 20 h later.</summary>
    public static ObligationResult NotMet(string reason, params IReadOnlyList<Evidence> evidence) =>
        new(ObligationOutcome.NotMet, reason, evidence, NeedsSecondObservation: true);

    /// <summary>Not met by what has been confirmed in another way.</summary>
    public static ObligationResult ConfirmedNotMet(string reason, params IReadOnlyList<Evidence> evidence) => new(ObligationOutcome.NotMet, reason, evidence);

    /// <summary>There is nothing to observe yet.</summary>
    public static ObligationResult Untested(string reason, params IReadOnlyList<Evidence> evidence) => new(ObligationOutcome.Untested, reason, evidence);

    /// <summary>A source is down, throttled, too slow or malformed: never not met.</summary>
    public static ObligationResult NotDetermined(string reason, params IReadOnlyList<Evidence> evidence) =>
        new(ObligationOutcome.Untested, reason, evidence, Determined: false);
}
