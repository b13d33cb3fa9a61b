using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Monitor.Crawlers.Signs.PlainLanguage;

/// <summary>Counts the words and sentences of a page's running text: paragraphs, items and descriptions that end as sentences do, menus and the like left out.</summary>
internal sealed partial class TextSign() : PageSign<TextCounts>("text")
{
    private const int LongWord = 6;
    private const int MostBlocks = 2000;
    private const string Blocks = "p, li, dd";
    private const string Around = "nav, header, footer, aside, form, dialog, [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=dialog]";

    public override TextCounts? Read(PageView page)
    {
        IElement? within = page.Document.QuerySelector("main, [role=main]") ?? page.Document.Body;
        string[] texts =
        [
            .. (within?.QuerySelectorAll(Blocks) ?? Enumerable.Empty<IElement>()).Take(MostBlocks)
                .Where(b => b.QuerySelector(Blocks) is null && b.Closest(Around) is null)
                .Select(b => b.TextContent.Trim()).Where(t => Ending().IsMatch(t)),
        ];
        string[] words = [.. texts.SelectMany(t => Word().Matches(t)).Select(m => m.Value)];
        return words.Length == 0 ? null : new TextCounts(words.Length, words.Count(w => w.Length > LongWord), texts.Sum(t => Sentence().Count(t)));
    }

    [GeneratedRegex(@"\p{L}+(?:[-’'\u00AD]\p{L}+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?:…]+[»”""')\]]*(?=\s|$)")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[.!?:…][»”""')\]]*$")]
    private static partial Regex Ending();
}

/// <summary>What LIX is reckoned from.</summary>
/// <param name="Words">Words.</param>
/// <param name="Long">Words of more than six letters.</param>
/// <param name="Sentences">Sentences, colons counted as ends.</param>
internal sealed record TextCounts(int Words, int Long, int Sentences);
