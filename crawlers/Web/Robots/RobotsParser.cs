using System.Globalization;

namespace Monitor.Crawlers.Web.Robots;

/// <summary>Reads the lines of a robots.txt into groups (RFC 9309 section 2.2).</summary>
internal static class RobotsParser
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    public static (IReadOnlyList<RobotsGroup> Groups, IReadOnlyList<string> Sitemaps) Parse(string text)
    {
        List<RobotsGroup> groups = [];
        List<string> sitemaps = [];
        RobotsGroup? group = null;
        bool hasRules = false;
        foreach (string line in text.TrimStart('\uFEFF').Split(LineEnds))
        {
            if (!TryReadField(line, out string name, out string value))
                continue;
            switch (name)
            {
                case "user-agent":
                    if (group is null || hasRules)
                        groups.Add(group = new RobotsGroup());
                    hasRules = false;
                    group.AddAgent(ProductToken(value));
                    break;
                case "allow" or "disallow" when group is not null:
                    hasRules = true;
                    if (value.Length > 0)
                        group.Rules.Add(new RobotsRule(name == "allow", RobotsPath.OfPattern(value)));
                    break;
                case "crawl-delay" when group is not null && TryReadSeconds(value, out TimeSpan delay):
                    group.SetDelay(delay);
                    break;
                case "sitemap" when value.Length > 0:
                    sitemaps.Add(value);
                    break;
            }
        }
        return (groups, sitemaps);
    }

    private static bool TryReadField(string line, out string name, out string value)
    {
        int comment = line.IndexOf('#', StringComparison.Ordinal);
        string content = comment < 0 ? line : line[..comment];
        int colon = content.IndexOf(':', StringComparison.Ordinal);
        name = colon < 0 ? "" : content[..colon].Trim().ToLowerInvariant();
        value = colon < 0 ? "" : content[(colon + 1)..].Trim();
        return colon >= 0;
    }

    /// <summary>The token that a user-agent line begins with; files name versions behind it although the standard knows none.</summary>
    private static string ProductToken(string value)
    {
        if (value.StartsWith('*') && (value.Length == 1 || char.IsWhiteSpace(value[1])))
            return "*";
        int length = value.TakeWhile(c => char.IsAsciiLetter(c) || c is '-' or '_').Count();
        return value[..length];
    }

    private static bool TryReadSeconds(string value, out TimeSpan delay)
    {
        bool read = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < 1e6;
        delay = read ? TimeSpan.FromSeconds(seconds) : default;
        return read;
    }
}
