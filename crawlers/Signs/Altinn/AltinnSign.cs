namespace Monitor.Crawlers.Signs.Altinn;

/// <summary>Links to Altinn.</summary>
internal sealed class AltinnSign() : PageSign<AltinnLinks>("altinn")
{
    private const int MostKept = 20;

    public override AltinnLinks? Read(PageView page)
    {
        SeenLink[] links = [.. page.Links.Where(l => Hosts.IsBelow(Hosts.Of(l.Url), "altinn.no")).DistinctBy(l => l.Url).Take(MostKept).Select(l => SeenLink.Of(l)!)];
        return links.Length == 0 ? null : new AltinnLinks(links);
    }
}

/// <summary>A page's links to Altinn.</summary>
internal sealed record AltinnLinks(IReadOnlyList<SeenLink> Links);
