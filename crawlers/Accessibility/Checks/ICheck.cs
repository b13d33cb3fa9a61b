using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks;

/// <summary>
/// Observes something on an open page: the unit of growth. A check is one folder with its code, its rules' texts, its page <c>docs/checks/{Id}.md</c>
/// and its tests, registered in <see cref="AccessibilityServices"/>. Checks run in the order they are registered, on one page after the other's traces:
/// those that act last, and each leaves the page as it found it.
/// </summary>
public interface ICheck
{
    /// <summary>Its stable id, e.g. <c>axe</c>.</summary>
    string Id { get; }

    /// <summary>The engine behind it, with its full version.</summary>
    EngineInfo Engine { get; }

    /// <summary>Every rule it can report.</summary>
    IReadOnlyList<CheckRule> Rules { get; }

    /// <summary>
    /// Whether it acts on the page: presses keys, moves the pointer, changes sizes or styles. Such checks come after all that only read, behind a guard
    /// that lets nothing they set off change the site.
    /// </summary>
    bool Acts => false;

    /// <summary>
    /// Runs rules on a page. What comes back is what was seen; a rule asked for that is missing in the answer counts as untested: on this page alone,
    /// where it is judged across pages from what the check gathers.
    /// An exception means that nothing was judged: the page is tried once more, then reported as failed.
    /// </summary>
    Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation);
}
