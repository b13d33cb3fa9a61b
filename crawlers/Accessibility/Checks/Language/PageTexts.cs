using System.Text.Json;
using Microsoft.Playwright;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>The visible texts of a page.</summary>
/// <param name="Lang">What the page declares for itself; null when nothing.</param>
/// <param name="Units">One a block, or an element with a language of its own; those for which no language is declared are left out.</param>
/// <param name="Cut">Whether there is more text than is read.</param>
internal sealed record PageTexts(string? Lang, IReadOnlyList<TextUnit> Units, bool Cut)
{
    private static readonly string Script = EmbeddedScript.Read(typeof(PageTexts), "texts.js");

    /// <summary>Reads them; null when the page's own scripts tampered with the answer.</summary>
    public static async Task<PageTexts?> ReadAsync(IPage page)
    {
        string answer = await page.EvaluateAsync<string>(Script);
        try
        {
            PageTexts? texts = JsonSerializer.Deserialize<PageTexts>(answer, MonitorJson.Options);
            return texts?.Units?.All(u => u is { Text: not null, Tag: not null, Frames.Count: > 0 } && u.Frames.All(f => f?.Count > 0)) is true ? texts : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One text.</summary>
/// <param name="Lang">The language in force for it.</param>
/// <param name="OfPage">Whether that is the page's own.</param>
/// <param name="Own">Whether it is declared for this text alone.</param>
/// <param name="Main">Whether it is part of the main content.</param>
/// <param name="Frames">Its element's address.</param>
/// <param name="Tag">Its element's name.</param>
/// <param name="Text">The text.</param>
internal sealed record TextUnit(string? Lang, bool OfPage, bool Own, bool Main, IReadOnlyList<IReadOnlyList<string>> Frames, string Tag, string Text);
