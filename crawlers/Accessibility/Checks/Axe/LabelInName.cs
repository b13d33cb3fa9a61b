using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Monitor.Crawlers.Accessibility.Checks.Axe;

/// <summary>
/// What axe's rule on labels in names makes too much of. Signs, spaces and hyphens are not spoken, so that a name that differs from the label in those alone
/// holds it (Understanding 2.5.3).
/// </summary>
internal static class LabelInName
{
    private const string Rule = "label-content-name-mismatch";
    private static readonly HtmlParser Parser = new();

    /// <summary>Whether the rule is this one and the element's <c>aria-label</c> holds its text but for signs and spaces. Markup that is cut short says no.</summary>
    public static bool DiffersInSignsAlone(string rule, string? html)
    {
        if (rule != Rule || html is null || !html.EndsWith('>'))
            return false;
        IElement? element = Parser.ParseDocument(html).Body?.FirstElementChild;
        string label = Spoken(element?.TextContent);
        return label.Length > 0 && Spoken(element?.GetAttribute("aria-label")).Contains(label, StringComparison.Ordinal);
    }

    private static string Spoken(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
