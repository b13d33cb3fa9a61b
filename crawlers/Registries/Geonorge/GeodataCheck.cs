using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Agencies;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Geonorge;

/// <summary>1.3-geodata (geodataloven): met by a dataset under INSPIRE in the body's registered name; else no verdict, since not every body has geodata.</summary>
internal sealed class GeodataCheck(GeonorgeClient client) : IObligationCheck
{
    private static readonly string Source = GeonorgeRegistry.Definition.Title;
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(GeodataCheck));

    public IReadOnlyList<string> Obligations { get; } = ["1.3-geodata"];

    public bool FromStoredScans => false;

    public async Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation)
    {
        RegisteredUnit? unit = facts.Unit is { } asked ? await asked.WaitAsync(cancellation) : null;
        if (unit is { Status: RegistryStatus.NotRegistered or RegistryStatus.Deleted })
            return ObligationResult.CantTell(ObligationReasons.NoneRegistered);
        if (unit?.Name is not { Length: > 0 } name)
        {
            string reason = unit?.NotDetermined ?? ObligationReasons.BodyUnknown;
            return ObligationResult.NotDetermined(reason, RegistryFacts.NotDetermined(Source, ObligationReasons.BodyUnknown, "Geonorge knows bodies by name."));
        }

        return await client.FindAsync(name, cancellation) switch
        {
            RegistryAnswer<InspireDatasets>.Found { Value: var datasets } => ObligationResult.Met(Facts.Say(
                Source, "found", $"https://kartkatalog.geonorge.no/?organization={Uri.EscapeDataString(datasets.Organization)}",
                ("name", datasets.Organization), ("count", datasets.Count), ("title", datasets.Titles[0]))),
            RegistryAnswer<InspireDatasets>.NotDetermined failure =>
                ObligationResult.NotDetermined(failure.Reason, RegistryFacts.NotDetermined(Source, failure.Reason, failure.Detail)),
            _ => ObligationResult.CantTell(ObligationReasons.NoneRegistered, Facts.Say(Source, "none", null, ("name", name))),
        };
    }
}
