namespace Monitor.Crawlers.Accessibility.Templates;

/// <summary>Where an element is: CSS selectors through frames, and within each frame through open shadow roots.</summary>
/// <param name="Frames">For each frame from the outermost in, the selectors from its document through shadow hosts; the last one of the last names the element.</param>
public sealed record ElementAddress(IReadOnlyList<IReadOnlyList<string>> Frames)
{
    /// <summary>What parts the steps of a target.</summary>
    public const string Separator = " >>> ";

    /// <summary>An element of the page itself.</summary>
    public static ElementAddress Of(string selector) => new([[selector]]);

    /// <summary>The address as a text: frames and shadow roots parted by <c>&gt;&gt;&gt;</c>.</summary>
    public string Target => string.Join(Separator, Frames.SelectMany(f => f));

    /// <summary>The frame it lies in, as a text; empty for the page itself.</summary>
    public string FrameTarget => string.Join(Separator, Frames.SkipLast(1).SelectMany(f => f));

    /// <summary>Selectors of the element within its own frame.</summary>
    public IReadOnlyList<string> Inner => Frames[^1];

    /// <summary>Whether the element lies in the frame that another element is, or in a frame inside that.</summary>
    public bool IsInside(ElementAddress frame) =>
        Frames.Count > frame.Frames.Count && frame.Frames.Zip(Frames).All(f => f.First.SequenceEqual(f.Second));
}
