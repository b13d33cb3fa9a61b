using Monitor.Crawlers.Registries.Links;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Signs.Security;

/// <summary>1.4-isms, an indicator beside the declaration: HTTPS throughout with a valid certificate, HSTS, and security.txt.</summary>
internal sealed class SecurityCheck(PoliteFetcher fetcher, TimeProvider clock) : SiteIndicator("1.4-isms")
{
    private static readonly TransportSign Sign = new();
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(SecurityCheck));
    private readonly SecurityTxt text = new(fetcher, clock);

    public override bool FromStoredScans => false;

    protected override async Task<IEnumerable<Evidence>> DescribeAsync(SolutionFacts solution, CancellationToken cancellation)
    {
        Transport[] pages = [.. Sign.On(solution).Select(p => p.Sign)];
        int https = pages.Count(p => p.Https), hsts = pages.Count(p => p.HstsSeconds > 0);
        var site = new Uri(solution.Url);
        SecurityTxtState found = await text.FindAsync(site, cancellation);
        return
        [
            Facts.Say(Source, https == pages.Length ? "https" : "https.some", solution.Url, ("https", https), ("read", pages.Length)),
            Facts.Say(
                Source, hsts == 0 ? "hsts.none" : "hsts", solution.Url, ("hsts", hsts), ("read", pages.Length),
                ("days", pages.Where(p => p.HstsSeconds > 0).Select(p => p.HstsSeconds!.Value / 86400).DefaultIfEmpty().Min())),
            Facts.Say(Source, "securityTxt." + found, SecurityTxt.AddressOf(site)),
        ];
    }
}
