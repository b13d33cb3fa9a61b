using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.Motion;

/// <summary>What tells controls and loading signs (<c>words.data.json</c>), as expressions.</summary>
/// <param name="Stopping">How words begin that name a control over motion.</param>
/// <param name="Others">How words begin that name a control over something else.</param>
/// <param name="Loading">Parts of names of what shows that something is under way.</param>
internal sealed record MotionWords(IReadOnlyList<string> Stopping, IReadOnlyList<string> Others, IReadOnlyList<string> Loading)
{
    /// <summary>Reads the file.</summary>
    public static MotionWords Read() => EmbeddedData.Read<MotionWords>(typeof(MotionWords), "words.data.json");
}
