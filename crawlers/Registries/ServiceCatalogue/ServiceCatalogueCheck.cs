using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.Links;
using Monitor.Crawlers.Registries.Resources;
using Monitor.Crawlers.Signs.Entrances;
using Monitor.Crawlers.Web;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.ServiceCatalogue;

/// <summary>
/// 1.1-norge-no: a live entry in the public-service catalogue names the body as competent authority or owner.
/// Mandatory properties that descriptions lack, and pages that are dead, are remarks and change nothing.
/// </summary>
internal sealed class ServiceCatalogueCheck(CatalogueLookup lookup, DescriptionLookup descriptions, LinkProbe links) : IObligationCheck
{
    /// <summary>Pages of services that are looked at, at most.</summary>
    public const int MostPages = 20;

    private const int Examples = 5;
    private static readonly string Source = ResourcesRegistry.Definition.Title;
    private static readonly EntranceSign Beginnings = new();
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(ServiceCatalogueCheck));

    public IReadOnlyList<string> Obligations { get; } = ["1.1-norge-no"];

    public bool FromStoredScans => false;

    public async Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation)
    {
        CatalogueFinding finding = await lookup.FindAsync(CatalogueKind.Services, facts.Body.OrgNumber, cancellation);
        if (finding.Entries.Count == 0)
            return finding.WithoutEntries is { Determined: true } none ? none with { Evidence = [.. none.Evidence, .. Entrances(facts.Site, [])] } : finding.WithoutEntries;
        DescribedEntries described = await descriptions.ReadAsync(CatalogueKind.Services, finding.Entries, cancellation);
        return ObligationResult.Met([.. finding.Evidence, .. Remarks(described), .. await DeadPagesAsync(described, cancellation), .. Unregistered(facts.Site, described)]);
    }

    // Where not every entry could be read, one of the others may point there.
    private static IEnumerable<Evidence> Unregistered(SiteFacts? site, DescribedEntries described) =>
        described is { Failure: null, Complete: true } ? Entrances(site, [.. described.Read.SelectMany(d => d.Pages)]) : [];

    /// <summary>Pages to log in on and with forms that no registered service points at: a sign of services that are missing.</summary>
    private static IEnumerable<Evidence> Entrances(SiteFacts? site, IReadOnlyList<string> registered)
    {
        HashSet<string> known = [.. registered.Select(Key)];
        return (site?.Measured ?? []).SelectMany(s => Beginnings.On(s)).Where(p => !known.Contains(Key(p.Page.Url))).Take(Examples)
            .Select(p => Facts.Say("Monitor", p.Sign.Login ? "entrance.login" : "entrance.form", p.Page.Url));
    }

    private static string Key(string url) => CanonicalUrl.TryCreate(url, null, out string canonical) ? CanonicalUrl.DedupeKey(canonical) : url;

    private static IEnumerable<Evidence> Remarks(DescribedEntries described)
    {
        Description[] lacking = [.. described.Read.Where(d => d.Missing.Count > 0)];
        if (described.Read.Count > 0)
        {
            yield return Facts.Say(
                Source, "complete", null, ("complete", described.Read.Count - lacking.Length), ("read", described.Read.Count), ("count", described.Of));
        }
        foreach (Description service in lacking.Take(Examples))
            yield return Facts.Say(Source, "lacks", service.Uri, ("title", service.Title ?? service.Uri), ("missing", string.Join(", ", service.Missing)));
        if (described.Failure is { } reason)
            yield return RegistryFacts.NotDetermined(Source, reason, described.Detail ?? "");
    }

    private async Task<IReadOnlyList<Evidence>> DeadPagesAsync(DescribedEntries described, CancellationToken cancellation)
    {
        LinkProbe.Look look = links.Begin();
        var dead = new List<Evidence>();
        foreach ((Description service, string page) in described.Read.SelectMany(d => d.Pages.Select(p => (d, p))).Take(MostPages))
        {
            if (await look.AtAsync(page, cancellation) == LinkState.Dead)
                dead.Add(Facts.Say(Source, "dead", page, ("title", service.Title ?? service.Uri)));
        }
        return dead;
    }
}
