using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.EInnsyn;

/// <summary>1.6-einnsyn: met by a journal entry with full text from the last 90 days; else no verdict.</summary>
internal sealed class EInnsynCheck(EInnsynClient client, TimeProvider clock) : IObligationCheck
{
    /// <summary>Days that count.</summary>
    public const int Days = 90;

    private static readonly string Source = EInnsynRegistry.Definition.Title;
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(EInnsynCheck));

    public IReadOnlyList<string> Obligations { get; } = ["1.6-einnsyn"];

    public bool FromStoredScans => false;

    public async Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation)
    {
        DateOnly from = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-Days);
        switch (await client.FindUnitAsync(facts.Body.OrgNumber, cancellation))
        {
            case RegistryAnswer<string>.Found { Value: var unit }:
                return await client.FindNewestAsync(unit, from, cancellation) switch
                {
                    RegistryAnswer<DateTimeOffset>.Found { Value: var published } => ObligationResult.Met(Facts.Say(
                        Source, "newest", null, ("day", DateOnly.FromDateTime(published.UtcDateTime)))),
                    RegistryAnswer<DateTimeOffset>.NotDetermined failure => NotDetermined(failure.Reason, failure.Detail),
                    _ => ObligationResult.CantTell(ObligationReasons.NoneRegistered, Facts.Say(Source, "none", null, ("day", from))),
                };
            case RegistryAnswer<string>.NotDetermined failure:
                return NotDetermined(failure.Reason, failure.Detail);
            default:
                return ObligationResult.CantTell(ObligationReasons.NoneRegistered, Facts.Say(Source, "unit.none"));
        }
    }

    private static ObligationResult NotDetermined(string reason, string detail) =>
        ObligationResult.NotDetermined(reason, RegistryFacts.NotDetermined(Source, reason, detail));
}
