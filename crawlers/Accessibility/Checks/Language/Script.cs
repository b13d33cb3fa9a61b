namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>Scripts that no language of ours is written in.</summary>
internal static class Script
{
    private static readonly (string Name, int First, int Last)[] Known =
    [
        ("Greek", 0x370, 0x3FF), ("Cyrillic", 0x400, 0x52F), ("Armenian", 0x530, 0x58F), ("Hebrew", 0x590, 0x5FF), ("Arabic", 0x600, 0x6FF), ("Arabic", 0x750, 0x77F),
        ("Devanagari", 0x900, 0x97F), ("Bengali", 0x980, 0x9FF), ("Tamil", 0xB80, 0xBFF), ("Thai", 0xE00, 0xE7F), ("Georgian", 0x10A0, 0x10FF), ("Ethiopic", 0x1200, 0x137F),
        ("Japanese", 0x3040, 0x30FF), ("Chinese", 0x4E00, 0x9FFF), ("Korean", 0xAC00, 0xD7AF),
    ];

    /// <summary>The foreign script that most of a text's letters have, and how many of all letters have it; null where none has.</summary>
    public static (string Name, int Letters, double Share)? Foreign(string text)
    {
        char[] letters = [.. text.Where(char.IsLetter)];
        var found = letters.Select(NameOf).OfType<string>().CountBy(n => n).OrderByDescending(n => n.Value).FirstOrDefault();
        return found.Key is null ? null : (found.Key, found.Value, (double)found.Value / letters.Length);
    }

    private static string? NameOf(char letter) => Known.FirstOrDefault(k => letter >= k.First && letter <= k.Last).Name;
}
