using System.Net;
using System.Text.RegularExpressions;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Web.Fetching;

/// <summary>
/// Tells the page of a firewall, which asks for proof that we are human or turns us away, from a page of the site: also where it is sent with status 200.
/// The rules are data, each with its source. What they look for runs as code in such a page and stands as text in a page about it, and such pages
/// have no menu: a site's own page is taken for none.
/// </summary>
public static partial class ChallengePage
{
    /// <summary>How much of a page is looked at; those of firewalls are shorter.</summary>
    public const int MostCharacters = 64 * 1024;

    /// <summary>Links from which on a page is a site's own.</summary>
    public const int LinksOfASite = 10;

    private static readonly ChallengeRule[] Rules = EmbeddedData.Read<ChallengeRule[]>(typeof(ChallengePage), "challenges.data.json");

    /// <summary>Whether the headers say so.</summary>
    /// <param name="header">Gives a header's value by its name in lower case; null where there is none.</param>
    public static bool IsAnnounced(Func<string, string?> header) =>
        Rules.Any(r => r.Header is not null && string.Equals(header(r.Header)?.Trim(), r.Value, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the page is one.</summary>
    /// <param name="html">Its markup, or the beginning of it.</param>
    public static bool Is(string html)
    {
        string start = html.Length <= MostCharacters ? html : html[..MostCharacters];
        if (Links().Count(start) >= LinksOfASite)
            return false;
        string code = string.Join('\n', Code().Matches(start).Select(m => m.Value));
        string text = WebUtility.HtmlDecode(start);
        string title = WebUtility.HtmlDecode(Title().Match(start) is { Success: true } found ? found.Groups[1].Value : "").Trim();
        return Rules.Any(r => r.Header is null
            && (r.Title is null || string.Equals(r.Title, title, StringComparison.OrdinalIgnoreCase))
            && r.Code.All(c => code.Contains(c, StringComparison.Ordinal))
            && r.Text.All(t => text.Contains(t, StringComparison.Ordinal)));
    }

    // Against hostile markup: in time proportional to its length.
    [GeneratedRegex("<a[^a-z]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    [GeneratedRegex(@"<script[^>]*>.*?(</script|\z)|<i?frame[^>]*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex("<title[^>]*>([^<]*)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Title();

    private sealed record ChallengeRule(string Vendor, string Source)
    {
        public string? Header { get; init; }

        public string? Value { get; init; }

        public string? Title { get; init; }

        public IReadOnlyList<string> Code { get; init; } = [];

        public IReadOnlyList<string> Text { get; init; } = [];
    }
}
