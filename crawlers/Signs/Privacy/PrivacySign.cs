using Monitor.Crawlers.Web.Sampling;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Signs.Privacy;

/// <summary>The link to a privacy statement; and cookies and hosts of others that there are before anybody has chosen anything.</summary>
internal sealed class PrivacySign() : PageSign<PrivacySeen>("privacy")
{
    private const int MostKept = 50;

    public override PrivacySeen Read(PageView page) => new(
        SeenLink.Of(page.Links.FirstOrDefault(l => PageTypes.Leads(l, PageKind.Privacy))),
        [.. page.Cookies.Select(c => new SeenCookie(Cut(c.Name), Cut(c.Domain), !Hosts.AreOne(c.Domain, page.Url.IdnHost))).Distinct().Take(MostKept)],
        [.. page.Hosts.Where(h => !Hosts.AreOne(h, page.Url.IdnHost)).Select(Cut).Take(MostKept)]);

    private static string Cut(string text) => text.Length <= 100 ? text : text[..100];
}

/// <summary>What a page shows of privacy.</summary>
/// <param name="Statement">The link to a privacy statement; null when there is none.</param>
/// <param name="Cookies">Cookies set.</param>
/// <param name="Others">Hosts of other domains that were asked for something.</param>
internal sealed record PrivacySeen(SeenLink? Statement, IReadOnlyList<SeenCookie> Cookies, IReadOnlyList<string> Others);

/// <summary>A cookie, without its value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Domain">Whom it is sent to.</param>
/// <param name="Foreign">Whether that is another domain than the page's.</param>
internal sealed record SeenCookie(string Name, string Domain, bool Foreign);
