using Microsoft.Extensions.Options;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Agencies;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Registries;

/// <summary>Orders the daily look at the registries for every agency.</summary>
public sealed class RegistryScheduler(ITable<AgencyRow> agencies, IQueues queues, IOptions<RegistrySettings> settings)
{
    /// <summary>Enqueues one check an agency that is not deregistered, spread out so that all workers together ask gently.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        int ordered = 0;
        await foreach (AgencyRow agency in agencies.ReadAsync(AgencyRow.Partition, "", cancellation))
        {
            if (agency.DeregisteredAt is not null)
                continue;
            var delay = TimeSpan.FromSeconds(settings.Value.SecondsBetweenAgencies * ordered++);
            await queues.SendAsync(new CheckAgencyMessage(agency.OrgNumber), delay, cancellation);
        }
    }
}
