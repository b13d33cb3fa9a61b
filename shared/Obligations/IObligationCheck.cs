namespace Monitor.Shared.Obligations;

/// <summary>
/// Observes one obligation. The unit of growth: one folder with one such type, found by itself. It asks its own source
/// and never throws for what a source may do; what could not be told is <see cref="ObligationResult.NotDetermined"/>.
/// </summary>
public interface IObligationCheck
{
    /// <summary>The rows it judges.</summary>
    IReadOnlyList<string> Obligations { get; }

    /// <summary>Whether it needs nothing but <see cref="AgencyFacts.Site"/>, so that it can be judged again whenever a scan ends.</summary>
    bool FromStoredScans { get; }

    /// <summary>The version of its rule: raised whenever the same observation would come to another outcome. Every outcome names it.</summary>
    int RuleVersion => 1;

    /// <summary>Whether another mail tells of its not-met, so that none of its own is sent.</summary>
    bool ToldElsewhere => false;

    /// <summary>Judges by what is known of the agency and what the check's own source says.</summary>
    Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation);
}

/// <summary>What every check starts from.</summary>
/// <param name="Body">The body, as it is known before the registries answer: its number always, its kind where it is stored.</param>
/// <param name="Unit">Its entry in Enhetsregisteret, which is asked meanwhile so that its outage holds up no other; null where only stored scans are judged again.</param>
/// <param name="Site">What stored scans tell; null where nothing is stored (the command line).</param>
public sealed record AgencyFacts(BodyFacts Body, Task<RegisteredUnit>? Unit, SiteFacts? Site);
