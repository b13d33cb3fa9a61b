using System.Globalization;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Access;

/// <summary>Who did what, when: append-only, a partition a day, newest first.</summary>
public sealed class AuditLog(ITable<AuditRow> rows, TimeProvider clock)
{
    /// <summary>Notes a deed.</summary>
    /// <param name="who">The id of the key that acted, or <c>schedule</c>, <c>local</c>.</param>
    /// <param name="action">What was done, e.g. <c>solution.paused</c>.</param>
    /// <param name="subject">To what: an organisation number or an id.</param>
    /// <param name="detail">What a reader needs beside; never secrets or personal data.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task WriteAsync(string who, string action, string subject, string? detail, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return rows.PutAsync(
            new AuditRow
            {
                PartitionKey = PartitionOf(DateOnly.FromDateTime(now.UtcDateTime)),
                RowKey = $"{InvertedTicks.From(now)}-{Base32.Random(6)}",
                At = now,
                Who = who,
                Action = action,
                Subject = subject,
                Detail = detail,
            },
            cancellation);
    }

    /// <summary>One day's deeds (UTC), newest first.</summary>
    public IAsyncEnumerable<AuditRow> ReadAsync(DateOnly day, CancellationToken cancellation) =>
        rows.ReadAsync(PartitionOf(day), "", cancellation);

    private static string PartitionOf(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
