using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Doffin;

/// <summary>1.10-tendering, an indicator: notices under the body's number, where a key is configured. No notice proves nothing: there may have been nothing to announce.</summary>
internal sealed class TenderingCheck(DoffinClient client) : IObligationCheck
{
    private static readonly string Source = DoffinRegistry.Definition.Title;
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(TenderingCheck));

    public IReadOnlyList<string> Obligations { get; } = ["1.10-tendering"];

    public bool FromStoredScans => false;

    public async Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation) =>
        await client.FindAsync(facts.Body.OrgNumber, cancellation) switch
        {
            RegistryAnswer<IReadOnlyList<Notice>>.Found { Value: [var newest, ..] notices } => ObligationResult.CantTell(
                ObligationReasons.IndicatorOnly,
                Facts.Say(
                    Source, "found", $"https://www.doffin.no/notices/{newest.Id}",
                    ("count", notices.Count), ("day", newest.Published), ("heading", newest.Heading))),
            RegistryAnswer<IReadOnlyList<Notice>>.NotDetermined failure =>
                ObligationResult.NotDetermined(failure.Reason, RegistryFacts.NotDetermined(Source, failure.Reason, failure.Detail)),
            _ => ObligationResult.CantTell(ObligationReasons.NoneRegistered, Facts.Say(Source, "none")),
        };
}
