namespace Monitor.Crawlers.Web.Robots;

/// <summary>What a robots.txt says (RFC 9309). Any bytes parse: what is no rule is passed over.</summary>
public sealed class RobotsTxt
{
    /// <summary>How much is read (RFC 9309 section 2.5: at least 500 KiB).</summary>
    public const int MaxBytes = 500 * 1024;

    private readonly IReadOnlyList<RobotsGroup> groups;

    private RobotsTxt(IReadOnlyList<RobotsGroup> groups, IReadOnlyList<string> sitemaps)
    {
        this.groups = groups;
        Sitemaps = sitemaps;
    }

    /// <summary>The sitemaps it names, wherever it names them.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    /// <summary>Reads the text of a robots.txt.</summary>
    public static RobotsTxt Parse(string text)
    {
        (IReadOnlyList<RobotsGroup> groups, IReadOnlyList<string> sitemaps) = RobotsParser.Parse(text);
        return new RobotsTxt(groups, sitemaps);
    }

    /// <summary>Whether a crawler may fetch a URL: the longest pattern that matches decides, and of two as long the one that allows (section 2.2.2).</summary>
    /// <param name="productToken">The crawler's product token.</param>
    /// <param name="url">An absolute URL.</param>
    public bool IsAllowed(string productToken, string url)
    {
        string path = RobotsPath.OfUrl(url);
        if (path == "/robots.txt")
            return true;
        RobotsRule? decisive = null;
        foreach (RobotsRule rule in GroupsOf(productToken).SelectMany(g => g.Rules))
        {
            bool heavier = decisive is null || rule.Length > decisive.Length || (rule.Length == decisive.Length && rule.Allow && !decisive.Allow);
            if (heavier && rule.Matches(path))
                decisive = rule;
        }
        return decisive?.Allow ?? true;
    }

    /// <summary>The pause between fetches that it asks of a crawler. No part of the standard, but asked for often; null when it asks for none.</summary>
    public TimeSpan? CrawlDelay(string productToken) => GroupsOf(productToken).Max(g => g.DelayFor(productToken));

    /// <summary>The groups that name the crawler, merged; without any, those for <c>*</c> (section 2.2.1).</summary>
    private IEnumerable<RobotsGroup> GroupsOf(string productToken)
    {
        RobotsGroup[] own = [.. groups.Where(g => g.Names(productToken))];
        return own.Length > 0 ? own : groups.Where(g => g.Names("*"));
    }
}
