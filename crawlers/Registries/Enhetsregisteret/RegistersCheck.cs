using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Agencies;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Enhetsregisteret;

/// <summary>1.6-registers, an indicator: the body's own entry is live, and its web address is one of the registered solutions. Never a verdict.</summary>
internal sealed class RegistersCheck : IObligationCheck
{
    private static readonly string Source = EnhetsregisteretRegistry.Definition.Title;
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(RegistersCheck));

    public IReadOnlyList<string> Obligations { get; } = ["1.6-registers"];

    public bool FromStoredScans => false;

    public async Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation)
    {
        RegisteredUnit unit = facts.Unit is { } asked
            ? await asked.WaitAsync(cancellation)
            : new RegisteredUnit(facts.Body.OrgNumber, RegistryStatus.Unknown, NotDetermined: ObligationReasons.RegistryDown);
        return Judge(unit, facts.Site);
    }

    private static ObligationResult Judge(RegisteredUnit unit, SiteFacts? site) => unit.Status switch
    {
        RegistryStatus.Live => ObligationResult.CantTell(ObligationReasons.IndicatorOnly, [.. Describe(unit, site)]),
        RegistryStatus.Deleted => ObligationResult.CantTell(
            ObligationReasons.IndicatorOnly, unit.DeletedOn is { } day ? Say(unit, "deletedOn", ("day", day)) : Say(unit, "deleted")),
        RegistryStatus.NotRegistered => ObligationResult.CantTell(ObligationReasons.NoneRegistered, Say(unit, "none")),
        _ => NotDetermined(unit.NotDetermined ?? ObligationReasons.RegistryDown),
    };

    private static ObligationResult NotDetermined(string reason) =>
        ObligationResult.NotDetermined(reason, RegistryFacts.NotDetermined(Source, reason, "The entry could not be read."));

    private static IEnumerable<Evidence> Describe(RegisteredUnit unit, SiteFacts? site)
    {
        yield return Say(unit, "live");
        yield return Say(unit, "form", ("form", unit.OrganisationForm), ("sector", unit.SectorCode), ("parent", unit.Parent));
        if (unit.Winding)
            yield return Say(unit, "winding");
        yield return unit.Website is { } website ? Say(unit, WebsiteFact(website, site), ("website", website)) : Say(unit, "website.none");
    }

    private static string WebsiteFact(string website, SiteFacts? site)
    {
        if (site is not { Solutions.Count: > 0 })
            return "website.alone";
        return site.Solutions.Any(s => HostOf(s.Url) is { } host && host == HostOf(website)) ? "website.same" : "website.other";
    }

    private static Evidence Say(RegisteredUnit unit, string key, params IReadOnlyList<(string Name, object? Value)> values) =>
        Facts.Say(Source, key, EnhetsregisteretClient.PageOf(unit.OrgNumber), values);

    /// <summary>The host without <c>www.</c>; the register writes addresses with and without a scheme.</summary>
    internal static string? HostOf(string address)
    {
        string absolute = address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}";
        if (!Uri.TryCreate(absolute, UriKind.Absolute, out Uri? uri))
            return null;
        return uri.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.IdnHost[4..] : uri.IdnHost;
    }
}
