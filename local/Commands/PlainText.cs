namespace Monitor.Local.Commands;

/// <summary>Text from somebody's web page or a registry, made safe for a terminal.</summary>
internal static class PlainText
{
    /// <summary>
    /// Control characters, by which a page could drive the terminal, and signs that turn text around (Unicode TR 36 section 2.4) become spaces.
    /// </summary>
    public static string Of(string text) => string.Concat(text.Select(c => char.IsControl(c) || TurnsText(c) ? ' ' : c));

    private static bool TurnsText(char c) =>
        c is '\u2028' or '\u2029' or '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
