using System.Runtime.Serialization;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>
/// Points to an outbox row that is not settled. Partition <c>owed</c>, row <c>partition|key</c> of the outbox row. Written before that row and
/// deleted after it has come to its end, so that the sweeper reads what is owed and never the whole outbox, which only grows.
/// </summary>
public sealed record OwedMailRow : Row, IStoredRow
{
    /// <summary>The one partition.</summary>
    public const string Partition = "owed";

    /// <inheritdoc/>
    public static string Table => "owedMails";

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The outbox row's partition.</summary>
    [IgnoreDataMember]
    public string MailPartition => RowKey[..RowKey.IndexOf('|', StringComparison.Ordinal)];

    /// <summary>The outbox row's key.</summary>
    [IgnoreDataMember]
    public string MailKey => RowKey[(RowKey.IndexOf('|', StringComparison.Ordinal) + 1)..];

    internal static string KeyOf(string partition, string key) => $"{partition}|{key}";
}
