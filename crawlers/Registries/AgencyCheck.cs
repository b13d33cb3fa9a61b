using System.Collections.Concurrent;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries;

/// <summary>
/// <c>monitor check</c>: asks the registries about one body and judges, remembering nothing. What the site shows stays untested (noScan),
/// and a registry's not-met stays <c>cantTell</c> (secondCheckDue).
/// </summary>
public sealed class AgencyCheck
{
    private readonly RegistryAsker asker;
    private readonly TimeProvider clock;

    internal AgencyCheck(RegistryAsker asker, TimeProvider clock)
    {
        this.asker = asker;
        this.clock = clock;
    }

    /// <summary>Asks and judges. Registries that fail are part of the result; only cancelling throws.</summary>
    public async Task<ComplianceMatrix> RunAsync(OrgNumber agency, CancellationToken cancellation)
    {
        Task<RegisteredUnit> asked = asker.FindUnitAsync(agency, cancellation);
        ConcurrentBag<(string Obligation, ObligationResult Result)> results = [];
        var nobody = new BodyFacts(agency, null, false, null, RegistryStatus.Unknown);
        await asker.JudgeAsync(new AgencyFacts(nobody, asked, null), Take, cancellation);
        RegisteredUnit unit = await asked;
        var body = BodyFacts.Of(unit);
        DateTimeOffset now = clock.GetUtcNow();
        var known = new KnownCompliance(results.Select(r =>
            ObservationRule.Next(null, r.Result, ObligationCatalogue.Current.Id, now) with { RowKey = ComplianceRow.Observed(r.Obligation) }));
        return ComplianceMatrixBuilder.Build(unit.Name, body, known, now, now);

        Task Take(IObligationCheck check, ObligationResult result)
        {
            foreach (string obligation in check.Obligations)
                results.Add((obligation, result));
            return Task.CompletedTask;
        }
    }
}
