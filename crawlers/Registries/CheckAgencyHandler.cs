using Monitor.Shared.Agencies;
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
    private readonly TimeProvider clock;

    internal CheckAgencyHandler(RegistryAsker asker, ITable<AgencyRow> agencies, SiteObligations site, ComplianceRecorder recorder, TimeProvider clock)
    {
        this.asker = asker;
        this.agencies = agencies;
        this.site = site;
        this.recorder = recorder;
        this.clock = clock;
    }

    /// <summary>
    /// Handles one message; may meet the same one twice: the second time is an observation so soon after the first that it confirms nothing.
    /// An agency that is unknown or deregistered is not asked about.
    /// </summary>
    public async Task HandleAsync(CheckAgencyMessage message, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(message.Agency, cancellation) is not { DeregisteredAt: null })
            return;

        RegisteredUnit unit = await asker.FindUnitAsync(message.Agency, cancellation);
        DateTimeOffset now = clock.GetUtcNow();
        AgencyRow? agency = await agencies.UpdateAsync(AgencyRow.Partition, message.Agency.Value, row => AgencyUpdate.Apply(row, unit, now), cancellation);
        if (agency is not { DeregisteredAt: null })
            return;

        var facts = new AgencyFacts(BodyFacts.Of(agency), unit, await site.ReadFactsAsync(message.Agency, cancellation));
        foreach ((string obligation, ObligationResult result) in await asker.JudgeAsync(facts, cancellation))
            await recorder.RecordAsync(message.Agency, obligation, result, cancellation);
    }
}
