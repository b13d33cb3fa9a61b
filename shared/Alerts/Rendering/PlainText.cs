using System.Globalization;
using System.Text;

namespace Monitor.Shared.Alerts.Rendering;

/// <summary>What comes from sites and registries, made fit for one line of a mail.</summary>
internal static class PlainText
{
    private const string Ellipsis = "…";

    /// <summary>
    /// One line, at most <paramref name="max"/> characters: control characters, line breaks and invisible signs (which can turn text around,
    /// Unicode TR 36 section 2.4) become spaces, lone surrogates U+FFFD.
    /// </summary>
    public static string Line(string? text, int max)
    {
        var line = new StringBuilder();
        bool space = false;
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            if (IsInvisible(rune) || Rune.IsWhiteSpace(rune))
            {
                space = line.Length > 0;
                continue;
            }
            if (space)
                line.Append(' ');
            space = false;
            line.Append(rune.ToString());
            if (line.Length > max)
                return Cut(line.ToString(), max);
        }
        return line.ToString();
    }

    /// <summary>A web address that may be linked to: http or https, and of bearable length; null for anything else.</summary>
    public static string? Link(string? url)
    {
        string line = Line(url, 501);
        return line.Length <= 500 && line == url && Uri.TryCreate(line, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"
            ? line
            : null;
    }

    // The joiners stay: names in some scripts, and emoji, are written with them.
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };

    // Between two characters as readers see them, never inside one.
    private static string Cut(string line, int max)
    {
        int end = 0;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(line);
        while (elements.MoveNext() && elements.ElementIndex + elements.GetTextElement().Length <= max - Ellipsis.Length)
            end = elements.ElementIndex + elements.GetTextElement().Length;
        return line[..end].TrimEnd() + Ellipsis;
    }
}
