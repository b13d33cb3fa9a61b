namespace Monitor.Crawlers.Accessibility.Checks.PointerDown;

/// <summary>A press without a release on a control.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Undoable">Whether something may undo it.</param>
internal sealed record Press(PressResult Result, bool Undoable);

/// <summary>What came of a press.</summary>
internal enum PressResult
{
    /// <summary>It could not be tried.</summary>
    Untried,

    /// <summary>The page is as before.</summary>
    Nothing,

    /// <summary>The page has changed and stays so.</summary>
    Changed,

    /// <summary>It led to another page, or tried to.</summary>
    LedElsewhere,
}
