using Monitor.Crawlers.Accessibility.Checks.Reading;

namespace Monitor.Crawlers.Accessibility.Checks.HoverContent;

/// <summary>What became of content that appears under the pointer.</summary>
/// <param name="Appeared">Whether it appeared, and went when the pointer did; otherwise nothing was learnt.</param>
/// <param name="Stays">Whether it stayed when the pointer moved onto it; null where it can't be told.</param>
/// <param name="Dismissed">Whether Escape made it go.</param>
/// <param name="Covered">A text that it covers, shortened.</param>
/// <param name="Closable">Whether there may be a button that makes it go.</param>
internal sealed record HoverResult(bool Appeared, bool? Stays = null, bool Dismissed = false, string? Covered = null, bool Closable = false)
{
    /// <summary>Nothing was learnt.</summary>
    public static HoverResult Nothing { get; } = new(false);

    /// <summary>1.4.13: hoverable.</summary>
    public Verdict? JudgeHoverable() => this switch
    {
        { Appeared: false } or { Stays: null } => null,
        { Stays: true } => Verdict.Passed,
        _ => Verdict.Failed("The content appears under the pointer and is gone when the pointer moves onto it."),
    };

    /// <summary>1.4.13: dismissible, which is asked only of what hides something.</summary>
    public Verdict? JudgeDismissible() => this switch
    {
        { Appeared: false } => null,
        { Dismissed: true } or { Covered: null } => Verdict.Passed,
        { Closable: true } => Verdict.CantTell($"The content appears under the pointer, covers “{Covered}” and does not go when Escape is pressed; a button may close it."),
        _ => Verdict.Failed($"The content appears under the pointer, covers “{Covered}” and does not go when Escape is pressed."),
    };

    /// <summary>As scripts are given it.</summary>
    public object ForScript() => new { appeared = Appeared, stays = Stays, dismissed = Dismissed, covered = Covered, closable = Closable };
}
