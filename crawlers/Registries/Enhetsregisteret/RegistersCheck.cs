using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Enhetsregisteret;

/// <summary>1.6-registers, an indicator: the body's own entry is live, and its web address is one of the registered solutions. Never a verdict.</summary>
internal sealed class RegistersCheck : IObligationCheck
{
    private static readonly string Source = EnhetsregisteretRegistry.Definition.Title;

    public IReadOnlyList<string> Obligations { get; } = ["1.6-registers"];

    public bool FromStoredScans => false;

    public Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation) => Task.FromResult(Judge(facts));

    private static ObligationResult Judge(AgencyFacts facts)
    {
        OrgNumber number = facts.Body.OrgNumber;
        RegisteredUnit unit = facts.Unit ?? new RegisteredUnit(number, RegistryStatus.Unknown, NotDetermined: ObligationReasons.RegistryDown);
        Evidence Fact(string fact) => new(Source, fact, EnhetsregisteretClient.PageOf(number));
        return unit.Status switch
        {
            RegistryStatus.Live => ObligationResult.CantTell(
                ObligationReasons.IndicatorOnly, Fact("The body's own entry is live."), Fact(WebsiteFact(unit.Website, facts.Site))),
            RegistryStatus.Deleted => ObligationResult.CantTell(
                ObligationReasons.IndicatorOnly, Fact(unit.DeletedOn is { } date ? $"The body's entry was deleted on {date:yyyy-MM-dd}." : "The body's entry is deleted.")),
            RegistryStatus.NotRegistered => ObligationResult.CantTell(ObligationReasons.NoneRegistered, Fact("No entry with this number was found.")),
            _ => ObligationResult.NotDetermined(unit.NotDetermined ?? ObligationReasons.RegistryDown, Fact("The entry could not be read.")),
        };
    }

    private static string WebsiteFact(string? website, SiteFacts? site)
    {
        if (website is null)
            return "The entry gives no web address.";
        if (site is not { Solutions.Count: > 0 })
            return $"The entry gives the web address {website}; no solution is registered here to hold it against.";
        return site.Solutions.Any(s => HostOf(s.Url) is { } host && host == HostOf(website))
            ? $"The entry gives the web address {website}, which is one of the registered solutions."
            : $"The entry gives the web address {website}, which is none of the registered solutions.";
    }

    /// <summary>The host without <c>www.</c>; the register writes addresses with and without a scheme.</summary>
    internal static string? HostOf(string address)
    {
        string absolute = address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}";
        if (!Uri.TryCreate(absolute, UriKind.Absolute, out Uri? uri))
            return null;
        return uri.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.IdnHost[4..] : uri.IdnHost;
    }
}
