using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Registries;

/// <summary>Asks the registries about one agency and stores what they say.</summary>
public sealed class CheckAgencyHandler
{
    private readonly RegistryAsker asker;
    private readonly ITable<AgencyRow> agencies;
    private readonly SiteObligations site;
    private readonly ComplianceRecorder recorder;
    private readonly ObligationWatch watch;
    private readonly TimeProvider clock;

    internal CheckAgencyHandler(RegistryAsker asker, ITable<AgencyRow> agencies, SiteObligations site, ComplianceRecorder recorder, ObligationWatch watch,
        TimeProvider clock)
    {
        this.asker = asker;
        this.agencies = agencies;
        this.site = site;
        this.recorder = recorder;
        this.watch = watch;
        this.clock = clock;
    }

    /// <summary>
    /// Handles one message; may meet the same one twice: the second time is an observation so soon after the first that it confirms nothing.
    /// An agency that is unknown or deregistered is not asked about.
    /// </summary>
    public async Task HandleAsync(CheckAgencyMessage message, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(message.Agency, cancellation) is not { DeregisteredAt: null } agency)
            return;

        Task<RegisteredUnit> unit = asker.FindUnitAsync(message.Agency, cancellation);
        Task updated = UpdateAsync(message.Agency, unit, cancellation);
        var facts = new AgencyFacts(BodyFacts.Of(agency), unit, await site.ReadFactsAsync(message.Agency, cancellation));
        await asker.JudgeAsync(facts, (check, result) => RecordAsync(message.Agency, check, result, cancellation), cancellation);
        await updated;
        // Last, when it is known what kind of body it is, and so what binds it.
        await watch.TellAsync(message.Agency, cancellation);
    }

    private async Task RecordAsync(OrgNumber number, IObligationCheck check, ObligationResult result, CancellationToken cancellation)
    {
        // Deregistered or erased meanwhile: what is gone stays gone.
        if (await agencies.FindAsync(number, cancellation) is not { DeregisteredAt: null })
            return;
        foreach (string obligation in check.Obligations)
            await recorder.RecordAsync(number, obligation, result, cancellation);
    }

    private async Task UpdateAsync(OrgNumber agency, Task<RegisteredUnit> asked, CancellationToken cancellation)
    {
        RegisteredUnit unit = await asked;
        DateTimeOffset now = clock.GetUtcNow();
        await agencies.UpdateAsync(AgencyRow.Partition, agency.Value, row => AgencyUpdate.Apply(row, unit, now), cancellation);
    }
}
