using Monitor.Crawlers.Accessibility.Checks.Reading;

namespace Monitor.Crawlers.Accessibility.Acting;

/// <summary>Text of an element that can't be read as it could before something was changed.</summary>
/// <param name="Texts">Some of the texts, shortened; none where all can be read.</param>
/// <param name="Meant">Whether it may be meant so, with all of it elsewhere, or be the work of a script that would have fitted the page again.</param>
internal sealed record CutText(IReadOnlyList<string> Texts, bool Meant)
{
    /// <summary>What it comes to.</summary>
    /// <param name="seen">What was seen, as a sentence begins; the texts follow.</param>
    public Verdict FailedUnlessMeant(string seen)
    {
        if (Texts.Count == 0)
            return Verdict.Passed;
        string message = $"{seen}: {string.Join(", ", Texts.Select(t => $"“{t}”"))}.";
        return Meant ? Verdict.CantTell(message) : Verdict.Failed(message);
    }
}
