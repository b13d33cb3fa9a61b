using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Monitor.Crawlers.Accessibility.Checks.Axe;

/// <summary>
/// What axe's rule on labels in names makes too much of. Signs are not spoken, nor is what stands in parentheses part of a label, so that a name that holds the
/// label's words in their order, one after the other, holds the label (Understanding 2.5.3, ACT rule 2ee8b8). Words are letters or figures between spaces and signs.
/// </summary>
internal static partial class LabelInName
{
    private const string Rule = "label-content-name-mismatch";
    private static readonly HtmlParser Parser = new();

    /// <summary>Whether the rule is this one and the element's <c>aria-label</c> holds the words of its text. Markup that is cut short says no.</summary>
    public static bool HoldsItsWords(string rule, string? html)
    {
        if (rule != Rule || html is null || !html.EndsWith('>'))
            return false;
        IElement? element = Parser.ParseDocument(html).Body?.FirstElementChild;
        string label = Parentheses().Replace(element?.TextContent ?? "", " ");
        string name = element?.GetAttribute("aria-label") ?? "";
        // "e-post" is read as "epost" by some and as "e post" by others.
        return Holds(name, label) || Holds(Hyphens().Replace(name, ""), Hyphens().Replace(label, ""));
    }

    private static bool Holds(string name, string label) => Spoken(label) is { Length: > 2 } words && Spoken(name).Contains(words, StringComparison.Ordinal);

    /// <summary>The words, with a space before and after each.</summary>
    private static string Spoken(string text) => $" {Signs().Replace(text.ToLowerInvariant(), " ").Trim()} ";

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}]+")]
    private static partial Regex Signs();

    [GeneratedRegex(@"(?<=\p{L})\p{Pd}(?=\p{L})")]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Parentheses();
}
