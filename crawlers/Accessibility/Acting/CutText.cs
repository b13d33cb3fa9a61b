using Monitor.Crawlers.Accessibility.Checks.Reading;

namespace Monitor.Crawlers.Accessibility.Acting;

/// <summary>What an element cuts off, after something was changed, of text that could be read before.</summary>
/// <param name="Texts">Some of the texts, shortened; none where nothing is cut off.</param>
/// <param name="Meant">Whether it may be meant so, with the whole text elsewhere, or be the work of a script that would fit the box again.</param>
internal sealed record CutText(IReadOnlyList<string> Texts, bool Meant)
{
    /// <summary>What it comes to.</summary>
    /// <param name="when">What was changed, as a sentence begins.</param>
    public Verdict Judge(string when)
    {
        if (Texts.Count == 0)
            return Verdict.Passed;
        string message = $"{when}, the element cuts off text that can be read without: {string.Join(", ", Texts.Select(t => $"“{t}”"))}.";
        return Meant ? Verdict.CantTell(message) : Verdict.Failed(message);
    }
}
