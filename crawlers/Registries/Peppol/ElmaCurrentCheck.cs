using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Peppol;

/// <summary>1.10-elma-current, an indicator: the provider of the body's entry answers, and names an endpoint for the invoice. Never a verdict.</summary>
internal sealed class ElmaCurrentCheck(SmpClient participants) : IObligationCheck
{
    private static readonly string Source = PeppolRegistry.Definition.Title;
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(ElmaCurrentCheck));

    public IReadOnlyList<string> Obligations { get; } = ["1.10-elma-current"];

    public bool FromStoredScans => false;

    public async Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation)
    {
        switch (await participants.FindAsync(facts.Body.OrgNumber, cancellation))
        {
            case RegistryAnswer<PeppolParticipant>.Found { Value: var participant }:
                Evidence provider = Facts.Say(Source, "provider", null, ("provider", participant.Provider), ("count", participant.Documents.Count));
                return await participants.FindInvoiceEndpointsAsync(participant, cancellation) switch
                {
                    RegistryAnswer<IReadOnlyList<string>>.Found { Value: [var endpoint, ..] } =>
                        ObligationResult.CantTell(ObligationReasons.IndicatorOnly, provider, Facts.Say(Source, "endpoint", null, ("endpoint", endpoint))),
                    RegistryAnswer<IReadOnlyList<string>>.NotDetermined failure =>
                        ObligationResult.NotDetermined(failure.Reason, provider, RegistryFacts.NotDetermined(Source, failure.Reason, failure.Detail)),
                    _ => ObligationResult.CantTell(ObligationReasons.IndicatorOnly, provider, Facts.Say(Source, "endpoint.none")),
                };
            case RegistryAnswer<PeppolParticipant>.NotDetermined failure:
                return ObligationResult.NotDetermined(failure.Reason, RegistryFacts.NotDetermined(Source, failure.Reason, failure.Detail));
            default:
                return ObligationResult.CantTell(
                    ObligationReasons.NoneRegistered, Facts.Say(Source, "none", null, ("participant", PeppolIds.ValueOf(facts.Body.OrgNumber))));
        }
    }
}
