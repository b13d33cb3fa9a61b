using System.Text;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Crawlers.Web.Robots;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>The robots.txt files of one crawl, one an origin: what they allow, and what an answer to asking for one means (RFC 9309 section 2.3.1).</summary>
internal sealed class CrawlRobots(CrawlState state)
{
    /// <summary>Redirects followed to a robots.txt (section 2.3.1.2).</summary>
    public const int MaxHops = 5;

    private readonly Dictionary<string, RobotsTxt?> parsed = [];

    /// <summary>The origin whose robots.txt rules a URL.</summary>
    public static string OriginOf(string url) => LinkResolver.TryResolve(url, null, out Uri? uri) ? Origin.Of(uri).ToString() : "";

    public bool Knows(string url) => state.Robots.ContainsKey(OriginOf(url));

    /// <summary>The request for a URL's robots.txt.</summary>
    public static CrawlTask TaskFor(string url) => new(CrawlTaskKind.Robots, OriginOf(url) + "/robots.txt") { For = OriginOf(url) };

    /// <summary>Whether a URL may be fetched. One whose own origin was never asked goes by the start page's.</summary>
    public bool Allows(string url)
    {
        if (state.IgnoreRobots)
            return true;
        string origin = OriginOf(url);
        RobotsTxt? robots = state.Robots.ContainsKey(origin) ? Of(origin) : state.StartPage is { } start ? Of(OriginOf(start)) : null;
        return robots?.IsAllowed(BotIdentity.ProductToken, url) == true;
    }

    /// <summary>The rules of an origin; null when they could not be had.</summary>
    public RobotsTxt? Of(string origin)
    {
        if (!parsed.TryGetValue(origin, out RobotsTxt? robots))
            parsed[origin] = robots = state.Robots.GetValueOrDefault(origin) is { } text ? RobotsTxt.Parse(text) : null;
        return robots;
    }

    /// <summary>Notes an answer to a request for robots.txt; false when it says neither yes nor no and may be asked for again.</summary>
    public bool TryNote(CrawlTask task, FetchResult result)
    {
        if (result.RedirectTo is { } target)
        {
            if (task.Hops < MaxHops)
                state.Tasks.Insert(0, task with { Url = target, Hops = task.Hops + 1 });
            else
                state.Robots[task.For!] = "";
            return true;
        }
        if (result.Succeeded)
        {
            state.Robots[task.For!] = TextOf(result);
            return true;
        }
        // 4xx but 429: unavailable, so anything goes.
        if (result.Reason is PageReasons.Gone or PageReasons.Refused or PageReasons.ClientError)
        {
            state.Robots[task.For!] = "";
            return true;
        }
        return false;
    }

    /// <summary>Notes that an origin's robots.txt is unreachable: nothing of it may be fetched, unless a person has decided to override it.</summary>
    public void NoteUnreachable(CrawlTask task, FetchResult result)
    {
        state.Robots[task.For!] = null;
        bool ofStart = state.StartPage is null && state.Tasks.Any(t => t.Kind == CrawlTaskKind.Start && OriginOf(t.Url) == task.For);
        if (!ofStart || (state.IgnoreRobots && result.Reason != PageReasons.AddressNotAllowed))
            return;
        // Where the site itself is out of reach, that says more than that its robots.txt is.
        state.Failure = task.Hops == 0 && result.Reason
            is PageReasons.Dns or PageReasons.Connection or PageReasons.Tls or PageReasons.AddressNotAllowed or PageReasons.Challenged
            ? result.Reason
            : ScanReasons.RobotsUnreachable;
    }

    private static string TextOf(FetchResult result)
    {
        string text = Encoding.UTF8.GetString(result.Body.Span);
        // A line cut in the middle could forbid what the whole one does not.
        return result.Truncated ? text[..(text.LastIndexOfAny(['\r', '\n']) + 1)] : text;
    }
}
