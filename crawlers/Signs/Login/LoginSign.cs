using Monitor.Crawlers.Web.Sampling;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Signs.Login;

/// <summary>Links that say they lead to a login, and those that lead to a known login service whatever they say.</summary>
internal sealed class LoginSign() : PageSign<LoginLinks>("login")
{
    private const int MostKept = 20;
    private static readonly LoginService[] Known = EmbeddedData.Read<LoginService[]>(typeof(LoginSign), "logins.data.json");

    public override LoginLinks? Read(PageView page)
    {
        LoginLink[] links =
        [
            .. page.Links.DistinctBy(l => l.Url).Select(l => (Link: l, Service: ServiceOf(l.Url), Named: PageTypes.Leads(l, PageKind.Login)))
                // Altinn is far more than a login.
                .Where(l => l.Named || l.Service is not (null or "Altinn"))
                .Take(MostKept)
                .Select(l => new LoginLink(SeenLink.Of(l.Link)!, l.Service, Hosts.AreOne(Hosts.Of(l.Link.Url), page.Url.IdnHost))),
        ];
        return links.Length == 0 ? null : new LoginLinks(links);
    }

    private static string? ServiceOf(string url)
    {
        string host = Hosts.Of(url);
        return Known.FirstOrDefault(s => s.Domains.Any(d => Hosts.IsBelow(host, d)))?.Name;
    }

    private sealed record LoginService(string Name, IReadOnlyList<string> Domains);
}

/// <summary>A page's login links.</summary>
internal sealed record LoginLinks(IReadOnlyList<LoginLink> Links);

/// <summary>One login link.</summary>
/// <param name="Link">The link.</param>
/// <param name="Service">The known login service it leads to; null when it is none.</param>
/// <param name="Own">Whether it stays at the body's own domain, so that only following it would tell where it ends.</param>
internal sealed record LoginLink(SeenLink Link, string? Service, bool Own);
