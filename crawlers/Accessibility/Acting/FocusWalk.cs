using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Templates;

namespace Monitor.Crawlers.Accessibility.Acting;

/// <summary>What a walk through a page by Tab came to.</summary>
/// <param name="Steps">What had focus at each press of Tab, the first press included, and at the end; null for nothing, as where the page ends.</param>
/// <param name="Stops">The elements that had focus on the way.</param>
internal sealed record FocusWalk(IReadOnlyList<FocusStop?> Steps, IReadOnlyList<FocusStop> Stops)
{
    /// <summary>Elements that should have had focus and did not; of a walk that did not come round, also those it did not get to.</summary>
    public required IReadOnlyList<FocusStop> Missed { get; init; }

    /// <summary>Whether the walk came back to its beginning by way of the page's end.</summary>
    public required bool Closed { get; init; }

    /// <summary>Moves of focus that no key made.</summary>
    public required int Jumps { get; init; }

    /// <summary>Stops that had lost focus to nothing when the next key was pressed.</summary>
    public required IReadOnlyList<FocusStop> Lost { get; init; }

    /// <summary>The frames that were walked through.</summary>
    public required IReadOnlyList<IFrame> Frames { get; init; }

    /// <summary>Windows that scripts tried to open until its end.</summary>
    public required int Opened { get; init; }

    /// <summary>Whether a frame could not be asked, or kept keys to itself.</summary>
    public required bool Incomplete { get; init; }

    /// <summary>The stops from the page's beginning to its end; of a walk that did not come round, as it met them.</summary>
    public IReadOnlyList<FocusStop> Order
    {
        get
        {
            int first = Steps.TakeWhile(s => s is null).Count();
            int end = Steps.Skip(first).TakeWhile(s => s is not null).Count() + first;
            IEnumerable<FocusStop?> order = Closed
                ? [.. Steps.Skip(end + 1).TakeWhile(s => s is null || !s.Equals(Steps[first])), .. Steps.Take(end).Skip(first)]
                : Steps;
            return [.. order.OfType<FocusStop>().Distinct()];
        }
    }

    /// <summary>
    /// Whether keys led from stop to stop as far as the walk went: none twice before the page's end, none left out. Where a script moved focus besides, only a walk
    /// that never was back anywhere tells the same at any speed.
    /// </summary>
    public bool IsPlain => Lost.Count == 0 && (Closed ? Missed.Count == 0 && Jumps == 0 : !Repeats && (Jumps == 0 || Steps.SkipWhile(s => s is null).All(s => s is not null)));

    /// <summary>Whether something had focus twice without the page's end in between.</summary>
    public bool Repeats
    {
        get
        {
            HashSet<FocusStop> seen = [];
            FocusStop? before = null;
            foreach (FocusStop? step in Steps)
            {
                if (step is null)
                    seen.Clear();
                else if (!seen.Add(step) && !(step.Look.Manifold && step.Equals(before)))
                    return true;
                before = step;
            }
            return false;
        }
    }
}

/// <summary>One element that takes part in the tab order.</summary>
/// <param name="Frame">The frame it lies in.</param>
/// <param name="Number">Its number there, see <c>walk.js</c>.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Html">Its opening tag.</param>
/// <param name="Look">What was seen of it when it had focus.</param>
internal sealed record FocusStop(IFrame Frame, int Number, ElementAddress Address, string Html, StopLook Look)
{
    /// <summary>Two of them are the same when they are the same element.</summary>
    public bool Equals(FocusStop? other) => other is not null && other.Frame == Frame && other.Number == Number;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Frame, Number);
}

/// <summary>An element as the script tells of it.</summary>
/// <param name="Number">Its number in its frame.</param>
/// <param name="Changed">Whether its style, or that of what lies near it, differed from what it was without focus; null where that is unknown.</param>
/// <param name="InView">Whether some of its box lay in the viewport when it had focus; null where it never had.</param>
/// <param name="Left">Of its box with focus, CSS pixels from the page's edge.</param>
/// <param name="Top">Likewise.</param>
/// <param name="Width">CSS pixels.</param>
/// <param name="Height">CSS pixels.</param>
/// <param name="Visited">Whether it had focus.</param>
/// <param name="TextField">Whether text is typed into it: then a caret shows the focus.</param>
/// <param name="Positive">Whether its tabindex is above zero.</param>
/// <param name="Within">Whether it lies in a dialog.</param>
/// <param name="Manifold">Whether it holds several stops of the browser's own, as a date field does.</param>
/// <param name="Threw">Whether its focus went on to a dialog at once, without a key.</param>
internal sealed record StopLook(
    int Number, bool? Changed, bool? InView, int Left, int Top, int Width, int Height, bool Visited, bool TextField, bool Positive, bool Within, bool Manifold, bool Threw);
