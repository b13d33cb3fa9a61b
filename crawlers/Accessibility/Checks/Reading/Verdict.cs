using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.Reading;

/// <summary>What a rule says of one element that it is about.</summary>
/// <param name="Outcome">Passed, can't tell, failed; untested where what is needed could not be read.</param>
/// <param name="Message">What is wrong, in English.</param>
internal sealed record Verdict(Outcome Outcome, string? Message = null)
{
    /// <summary>Nothing wrong was seen.</summary>
    public static Verdict Passed { get; } = new(Outcome.Passed);

    /// <summary>What is needed could not be read.</summary>
    public static Verdict Untested { get; } = new(Outcome.Untested);

    /// <summary>A person must look.</summary>
    public static Verdict CantTell(string message) => new(Outcome.CantTell, message);

    /// <summary>A fault without doubt.</summary>
    public static Verdict Failed(string message) => new(Outcome.Failed, message);
}
