using System.Text;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>
/// How much of a page is read for links. The parser's time grows with the square of what stands open, so ten megabytes of one tag would keep it busy for hours:
/// a page is cut where more tags come, or more stand open, than any page needs. Browsers nest no deeper either.
/// </summary>
internal static class MarkupLimit
{
    private const int MostOpen = 512;
    private const int NameLength = 32;

    // Void elements, and those whose end tags are left out and implied (HTML Standard, sections 13.1.2 and 13.1.2.4).
    private static readonly HashSet<string> NeverOpen =
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "rt", "rp", "colgroup", "html", "head", "body",
    ];

    /// <summary>The length of what is read.</summary>
    /// <param name="markup">The page as sent, in any encoding that has ASCII in it; UTF-16 as well.</param>
    /// <param name="mostTags">Start and end tags that are read.</param>
    public static int LengthOf(ReadOnlySpan<byte> markup, int mostTags)
    {
        Dictionary<string, int> open = [];
        int tags = 0, total = 0;
        for (int at = markup.IndexOf((byte)'<'); at >= 0; at = Next(markup, at))
        {
            if (++tags > mostTags)
                return at;
            (string name, bool end) = NameAt(markup[(at + 1)..]);
            if (name.Length == 0 || NeverOpen.Contains(name))
                continue;
            int count = open.GetValueOrDefault(name);
            if (end && count > 0)
            {
                open[name] = count - 1;
                total--;
            }
            else if (!end && !(IsForeign(open) && ClosesItself(markup[at..])))
            {
                open[name] = count + 1;
                if (++total > MostOpen)
                    return at;
            }
        }
        return markup.Length;
    }

    private static int Next(ReadOnlySpan<byte> markup, int at) => markup[(at + 1)..].IndexOf((byte)'<') is var step and >= 0 ? at + 1 + step : -1;

    /// <summary>In pictures and formulas alone a slash at a tag's end closes it.</summary>
    private static bool IsForeign(Dictionary<string, int> open) => open.GetValueOrDefault("svg") + open.GetValueOrDefault("math") > 0;

    private static bool ClosesItself(ReadOnlySpan<byte> tag) => tag.IndexOf((byte)'>') is var end and > 0 && tag[end - 1] == '/';

    private static (string Name, bool End) NameAt(ReadOnlySpan<byte> text)
    {
        var name = new StringBuilder();
        bool end = false;
        foreach (byte letter in text[..Math.Min(text.Length, 2 * NameLength)])
        {
            if (letter == '/' && name.Length == 0)
                end = true;
            else if (char.IsAsciiLetterOrDigit((char)letter) || letter == '-')
                name.Append(char.ToLowerInvariant((char)letter));
            else if (letter != 0)
                break;
        }
        return (name.ToString(), end);
    }
}
