using Microsoft.Extensions.Options;
using Monitor.Functions.Access;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Scans;

/// <summary>How many scans an agency may order of one solution in 24 hours. What the schedule and supervisors order does not count.</summary>
public sealed class ScanQuota(ITable<ScanRow> scans, ITable<KeyRow> keys, IOptions<AccessSettings> settings, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>How long the caller must wait before it may order; null when it may now.</summary>
    public async Task<TimeSpan?> MustWaitAsync(SolutionId solution, Caller caller, CancellationToken cancellation)
    {
        if (caller.IsSupervisor)
            return null;
        int allowed = settings.Value.ScansPerDay;
        if (allowed == 0)
            return Window;
        DateTimeOffset now = clock.GetUtcNow();
        var agencyKeys = new Dictionary<string, bool>(StringComparer.Ordinal);
        var ordered = new List<DateTimeOffset>();
        // Newest first, so no more than a day is read.
        await foreach (ScanRow scan in scans.ReadAsync(solution.ToString(), "", cancellation))
        {
            if (scan.CreatedAt <= now - Window)
                break;
            if (!agencyKeys.TryGetValue(scan.OrderedBy, out bool counts))
                agencyKeys[scan.OrderedBy] = counts = (await keys.FindAsync(KeyRow.Partition, scan.OrderedBy, cancellation))?.Role == Role.Agency;
            if (counts)
                ordered.Add(scan.CreatedAt);
        }
        return ordered.Count < allowed ? null : ordered[allowed - 1] + Window - now;
    }
}
