namespace Monitor.Crawlers.Web.Robots;

/// <summary>An allow or disallow line. The pattern is cut at its stars into literal parts, each found from where the one before ended: linear, whatever a hostile file asks.</summary>
internal sealed class RobotsRule
{
    private readonly string[] parts;
    private readonly bool anchored;

    /// <param name="allow">Whether it allows.</param>
    /// <param name="pattern">The pattern, normalised.</param>
    public RobotsRule(bool allow, string pattern)
    {
        Allow = allow;
        Length = pattern.Length;
        anchored = pattern.EndsWith('$');
        parts = (anchored ? pattern[..^1] : pattern).Split('*');
    }

    public bool Allow { get; }

    /// <summary>Octets of the pattern: the more, the more specific.</summary>
    public int Length { get; }

    public bool Matches(string path)
    {
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        int at = parts[0].Length;
        if (parts.Length == 1)
            return !anchored || at == path.Length;

        for (int i = 1; i < parts.Length - 1; i++)
        {
            int found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + parts[i].Length;
        }
        string last = parts[^1];
        return anchored
            ? path.Length - last.Length >= at && path.EndsWith(last, StringComparison.Ordinal)
            : path.IndexOf(last, at, StringComparison.Ordinal) >= 0;
    }
}
