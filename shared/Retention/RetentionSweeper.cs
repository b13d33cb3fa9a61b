using Microsoft.Extensions.Options;
using Monitor.Shared.Agencies;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Retention;

/// <summary>
/// The nightly run that lets go of what is old. One run takes a bounded time, goes on with the next agency where the last left off,
/// and may die anywhere: what is old is told by the data alone, and the mark only saves going through the same agencies again.
/// </summary>
public sealed class RetentionSweeper(
    ITable<AgencyRow> agencies, EvidenceRetention evidence, ArchiveRetention archive, IBlobs blobs, IOptions<RetentionSettings> settings, TimeProvider clock)
{
    /// <summary>The blob with the mark.</summary>
    public const string MarkBlob = "retention/mark.json";

    // Below the five minutes that a function may run.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>One run.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        DateTimeOffset start = clock.GetUtcNow();
        DateTimeOffset evidenceBefore = start.AddDays(-settings.Value.EvidenceDays), archiveBefore = start.AddDays(-settings.Value.ArchiveDays);
        string after = (await blobs.ReadJsonAsync<Mark>(MarkBlob, cancellation))?.Agency ?? "";
        await foreach (AgencyRow agency in agencies.ReadAsync(AgencyRow.Partition, "", cancellation))
        {
            if (string.CompareOrdinal(agency.RowKey, after) <= 0)
                continue;
            if (clock.GetUtcNow() - start >= Longest)
                return;
            await evidence.SweepAsync(agency.OrgNumber, evidenceBefore, cancellation);
            await archive.SweepAsync(agency.OrgNumber, archiveBefore, cancellation);
            await blobs.WriteJsonAsync(MarkBlob, new Mark(agency.RowKey), cancellation);
        }
        await archive.SweepMailsAsync(evidenceBefore, cancellation);
        await archive.SweepAsync(archiveBefore, cancellation);
        // Through: the next run begins anew.
        await blobs.DeleteAsync(MarkBlob, cancellation);
    }

    private sealed record Mark(string Agency);
}
