using System.Reflection;
using System.Text.Encodings.Web;

namespace Monitor.Shared.Storage;

/// <summary>
/// Splits rows into batches that the service takes: one partition, each row once, at most <see cref="RowLimits.BatchRows"/> rows
/// and <see cref="RowLimits.BatchBytes"/> bytes as they are sent
/// (learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions).
/// </summary>
internal static class RowBatches
{
    // Headers, boundaries and JSON punctuation of one operation are about 700 bytes.
    private const int OperationBytes = 1024;

    // Around a value: quotes, colon, comma and the type annotation ("name@odata.type":"Edm.DateTime").
    private const int ValueBytes = 48;

    // Numbers, flags and times are shorter when written.
    private const int PlainValueBytes = 40;

    /// <summary>The batches. A key given twice counts once, with its last row, as if the rows were written one by one.</summary>
    public static IEnumerable<IReadOnlyList<TRow>> Split<TRow>(IReadOnlyCollection<TRow> rows) where TRow : Row
    {
        foreach (IGrouping<string, TRow> partition in rows.GroupBy(r => r.PartitionKey, StringComparer.Ordinal))
        {
            var batch = new List<TRow>();
            int bytes = 0;
            foreach (TRow row in partition.GroupBy(r => r.RowKey, StringComparer.Ordinal).Select(r => r.Last()))
            {
                int size = SentBytes(row);
                if (batch.Count == RowLimits.BatchRows || (batch.Count > 0 && bytes + size > RowLimits.BatchBytes))
                {
                    yield return batch;
                    batch = [];
                    bytes = 0;
                }
                batch.Add(row);
                bytes += size;
            }
            yield return batch;
        }
    }

    /// <summary>An upper bound of what one row takes in a batch. It is sent as JSON, which writes æ as six bytes, and its keys once more in the URL, percent-encoded.</summary>
    internal static int SentBytes<TRow>(TRow row) where TRow : Row
    {
        int bytes = OperationBytes + 9 * (row.PartitionKey.Length + row.RowKey.Length);
        foreach (PropertyInfo column in RowLimits.ColumnsOf(typeof(TRow)))
        {
            bytes += ValueBytes + 2 * column.Name.Length;
            bytes += RowLimits.TextOf(column.GetValue(row)) is { } text ? JavaScriptEncoder.Default.Encode(text).Length : PlainValueBytes;
        }
        return bytes;
    }
}
