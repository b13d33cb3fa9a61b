namespace Monitor.Local.Commands;

/// <summary>Text from somebody's web page or a registry, made safe for a terminal.</summary>
internal static class PlainText
{
    /// <summary>Control characters, by which a page could drive the terminal, become spaces.</summary>
    public static string Of(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
