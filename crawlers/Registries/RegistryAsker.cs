using Monitor.Crawlers.Registries.Enhetsregisteret;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries;

/// <summary>Asks every registry about one agency, all at once and each within a limit of its own, so that one outage holds up no other.</summary>
internal sealed class RegistryAsker(EnhetsregisteretClient units, IEnumerable<IObligationCheck> checks, TimeProvider clock)
{
    /// <summary>How long one check may take: a function runs five minutes at most, and stores what there is.</summary>
    public static readonly TimeSpan LongestCheck = TimeSpan.FromMinutes(4);

    /// <summary>The body's entry, or what stands for it.</summary>
    public async Task<RegisteredUnit> FindUnitAsync(OrgNumber number, CancellationToken cancellation) =>
        await units.FindAsync(number, cancellation) switch
        {
            RegistryAnswer<RegisteredUnit>.Found { Value: var unit } => unit,
            RegistryAnswer<RegisteredUnit>.Absent => new RegisteredUnit(number, RegistryStatus.NotRegistered),
            RegistryAnswer<RegisteredUnit>.NotDetermined failure => new RegisteredUnit(number, RegistryStatus.Unknown, NotDetermined: failure.Reason),
            var answer => throw new InvalidOperationException($"{answer} is no answer."),
        };

    /// <summary>Lets every check judge; what each comes to is taken as soon as it is there.</summary>
    /// <param name="facts">What is known of the agency.</param>
    /// <param name="take">Takes one check's result; may be called by several checks at once.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task JudgeAsync(AgencyFacts facts, Func<IObligationCheck, ObligationResult, Task> take, CancellationToken cancellation) =>
        Task.WhenAll(checks.Select(async check => await take(check, await JudgeAsync(check, facts, cancellation))));

    private async Task<ObligationResult> JudgeAsync(IObligationCheck check, AgencyFacts facts, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(LongestCheck, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await check.JudgeAsync(facts, either.Token) with { RuleVersion = check.RuleVersion };
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return ObligationResult.NotDetermined(ObligationReasons.Timeout) with { RuleVersion = check.RuleVersion };
        }
    }
}
