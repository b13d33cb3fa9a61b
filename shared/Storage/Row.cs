using Azure;
using Azure.Data.Tables;

namespace Monitor.Shared.Storage;

/// <summary>
/// A row of a table. Properties are plain columns (text, numbers, flags, times, enums as text); lists are kept as JSON text.
/// Keys never hold <c>/ \ # ?</c> or control characters.
/// </summary>
public abstract record Row : ITableEntity
{
    /// <summary>The partition's key.</summary>
    public string PartitionKey { get; set; } = "";

    /// <summary>The row's key, unique in its partition.</summary>
    public string RowKey { get; set; } = "";

    /// <summary>When storage last wrote it (UTC); null on a row that was just written, since the service tells only readers.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version that was read; a replacement only succeeds against the same.</summary>
    public ETag ETag { get; set; }

    /// <summary>Names one write: a retry after a lost answer looks like a conflict, and by this the writer knows its own row again.</summary>
    public string? WriteId { get; set; }
}

/// <summary>Says which table a kind of row is kept in.</summary>
public interface IStoredRow
{
    /// <summary>The table's name.</summary>
    static abstract string Table { get; }
}

/// <summary>One page of a listing.</summary>
/// <param name="Rows">The rows, in key order.</param>
/// <param name="ContinuationToken">What to ask for the next page with; null at the end.</param>
public sealed record RowPage<TRow>(IReadOnlyList<TRow> Rows, string? ContinuationToken) where TRow : Row;
