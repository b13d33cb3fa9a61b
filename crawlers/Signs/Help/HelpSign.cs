using Monitor.Crawlers.Web.Sampling;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Signs.Help;

/// <summary>The first links to help and to contact.</summary>
internal sealed class HelpSign() : PageSign<HelpLinks>("help")
{
    public override HelpLinks Read(PageView page) => new(
        SeenLink.Of(page.Links.FirstOrDefault(l => PageTypes.Leads(l, PageKind.Help))),
        SeenLink.Of(page.Links.FirstOrDefault(l => PageTypes.Leads(l, PageKind.Contact))));
}

/// <summary>Where a page sends those who need help.</summary>
internal sealed record HelpLinks(SeenLink? Help, SeenLink? Contact);
