using Monitor.Crawlers.Registries.Enhetsregisteret;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries;

/// <summary>Asks every registry about one agency: first who it is, then all checks at once, so that one outage holds up no other.</summary>
internal sealed class RegistryAsker(EnhetsregisteretClient units, IEnumerable<IObligationCheck> checks)
{
    /// <summary>The body's entry, or what stands for it.</summary>
    public async Task<RegisteredUnit> FindUnitAsync(OrgNumber number, CancellationToken cancellation) =>
        await units.FindAsync(number, cancellation) switch
        {
            RegistryAnswer<RegisteredUnit>.Found { Value: var unit } => unit,
            RegistryAnswer<RegisteredUnit>.Absent => new RegisteredUnit(number, RegistryStatus.NotRegistered),
            RegistryAnswer<RegisteredUnit>.NotDetermined failure => new RegisteredUnit(number, RegistryStatus.Unknown, NotDetermined: failure.Reason),
            var answer => throw new InvalidOperationException($"{answer} is no answer."),
        };

    /// <summary>What every check comes to, by obligation.</summary>
    public async Task<IReadOnlyList<(string Obligation, ObligationResult Result)>> JudgeAsync(AgencyFacts facts, CancellationToken cancellation)
    {
        IEnumerable<(string, ObligationResult)>[] results = await Task.WhenAll(checks.Select(async check =>
        {
            ObligationResult result = await check.JudgeAsync(facts, cancellation);
            return check.Obligations.Select(obligation => (obligation, result));
        }));
        return [.. results.SelectMany(r => r)];
    }
}
