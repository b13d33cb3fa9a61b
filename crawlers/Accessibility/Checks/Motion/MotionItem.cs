namespace Monitor.Crawlers.Accessibility.Checks.Motion;

/// <summary>Something that moves, blinks or updates by itself.</summary>
/// <param name="Kind">What it is, or what it does.</param>
/// <param name="Lasting">Whether it went on for more than five seconds, or will.</param>
/// <param name="Certain">Whether nothing about it is open but whether it can be stopped.</param>
/// <param name="Control">What the page has to stop it with.</param>
/// <param name="Rate">How often a second it comes and goes by its own style; 0 where that is unknown.</param>
/// <param name="Area">The area of its box, CSS pixels.</param>
internal sealed record MotionItem(string Kind, bool Lasting, bool Certain, StopControl Control, double Rate, double Area);

/// <summary>What a page has to stop motion with.</summary>
internal enum StopControl
{
    /// <summary>Every control says that it does something else.</summary>
    None,

    /// <summary>A control that may.</summary>
    Maybe,

    /// <summary>A control that says so.</summary>
    Named,
}
