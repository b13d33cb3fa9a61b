using AngleSharp.Dom;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>
/// What a page's template looks like, without what it says: the elements of its main part that carry classes or roles, or that are more than text, each with
/// the two such elements around it. Kept as a min-hash (Broder 1997) of one byte a permutation (Li and König 2010): of two pages, the share of equal bytes is about
/// the share of such places that they have in common.
/// </summary>
internal static class PageStructure
{
    private const int Permutations = 32;
    private const int MostElements = 5000;
    // Of fewer places nobody can say which template they are of.
    private const int FewestPlaces = 5;
    private const int LongestClass = 40;
    // Pages of one template differ by the modules they show: in a generated documentation they share about half of their places, pages of different templates a quarter.
    private const double Alike = 0.4;

    private static readonly HashSet<string> MoreThanText =
        ["article", "section", "aside", "form", "fieldset", "input", "select", "textarea", "button", "iframe", "video", "audio", "details", "dialog", "canvas"];

    private const string Shared = "header, footer, nav, [role=banner], [role=contentinfo], [role=navigation], script, style, template, noscript, svg";

    /// <summary>The structure; null where there is too little of it.</summary>
    public static byte[]? Of(IDocument document)
    {
        if ((document.QuerySelector("main, [role=main]") ?? document.Body) is not { } main)
            return null;
        HashSet<ulong> places = [];
        int left = MostElements;
        Walk(main, 0, 0);
        return places.Count < FewestPlaces ? null : [.. Enumerable.Range(0, Permutations).Select(i => (byte)places.Min(p => SimHash.Mix(p ^ SimHash.Mix((ulong)i + 1))))];

        void Walk(IElement parent, ulong around, ulong next)
        {
            foreach (IElement child in parent.Children)
            {
                if (--left < 0)
                    return;
                if (child.Matches(Shared))
                    continue;
                if (NameOf(child) is not { } name)
                {
                    Walk(child, around, next);
                    continue;
                }
                places.Add(SimHash.Mix(SimHash.Mix(around * 31 + next) * 31 + name));
                Walk(child, next, name);
            }
        }
    }

    /// <summary>Whether two pages are of one template.</summary>
    public static bool AreAlike(byte[] one, byte[] other) =>
        one.Length == other.Length && one.Zip(other).Count(p => p.First == p.Second) >= Alike * one.Length;

    /// <summary>What an element is in the template; null where it is text.</summary>
    private static ulong? NameOf(IElement element)
    {
        string role = element.GetAttribute("role") ?? "";
        // A class with digits in it is generated, or names a record.
        string[] classes = [.. element.ClassList.Where(c => c.Length <= LongestClass && !c.Any(char.IsDigit)).Distinct().Order(StringComparer.Ordinal)];
        return role.Length > 0 || classes.Length > 0 || MoreThanText.Contains(element.LocalName)
            ? SimHash.HashOf($"{element.LocalName} {role} {string.Join(' ', classes)}")
            : null;
    }
}
