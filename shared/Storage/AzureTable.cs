using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Monitor.Shared.Storage;

/// <summary>A table in Azure Table Storage, made on first use.</summary>
internal sealed class AzureTable<TRow>(TableServiceClient service) : ITable<TRow> where TRow : Row, IStoredRow, new()
{
    // The service returns at most this many rows a request.
    private const int ServicePage = 1000;

    private readonly TableClient table = service.GetTableClient(TRow.Table);
    private volatile bool exists;

    public async Task<TRow?> FindAsync(string partition, string row, CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        NullableResponse<TRow> found = await table.GetEntityIfExistsAsync<TRow>(partition, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    public async Task<TRow?> TryInsertAsync(TRow row, CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        TRow written = Sign(row);
        try
        {
            return Stored(written, await table.AddEntityAsync(written, cancellation));
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return await OwnAsync(written, cancellation);
        }
    }

    public async Task<TRow?> TryReplaceAsync(TRow row, CancellationToken cancellation)
    {
        // Without a version the service would replace whatever stands there.
        if (row.ETag == default || row.ETag == ETag.All)
            return null;
        await EnsureAsync(cancellation);
        TRow written = Sign(row);
        try
        {
            return Stored(written, await table.UpdateEntityAsync(written, row.ETag, TableUpdateMode.Replace, cancellation));
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return await OwnAsync(written, cancellation);
        }
    }

    public async Task<TRow> PutAsync(TRow row, CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        TRow written = Sign(row);
        return Stored(written, await table.UpsertEntityAsync(written, TableUpdateMode.Replace, cancellation));
    }

    public async Task PutAllAsync(IReadOnlyCollection<TRow> rows, CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        foreach (IReadOnlyList<TRow> batch in RowBatches.Split([.. rows.Select(Sign)]))
            await table.SubmitTransactionAsync(batch.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)), cancellation);
    }

    public async Task DeleteAsync(string partition, string row, CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        try
        {
            await table.DeleteEntityAsync(partition, row, ETag.All, cancellation);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // Gone already is what was asked for.
        }
    }

    public async IAsyncEnumerable<TRow> ReadAsync(string partition, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        await foreach (TRow row in table.QueryAsync<TRow>(Filter(partition, prefix), cancellationToken: cancellation))
            yield return row;
    }

    public async IAsyncEnumerable<TRow> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        await foreach (TRow row in table.QueryAsync<TRow>(cancellationToken: cancellation))
            yield return row;
    }

    public async Task<RowPage<TRow>> PageAsync(string partition, string prefix, int limit, string? continuationToken, CancellationToken cancellation)
    {
        RowPaging.CheckLimit(limit);
        string filter = Filter(partition, prefix);
        if (continuationToken is not null)
        {
            string after = RowPaging.ReadToken(continuationToken);
            filter = $"{filter} and {TableClient.CreateQueryFilter($"RowKey gt {after}")}";
        }

        await EnsureAsync(cancellation);
        // One row more than asked for tells whether there is a next page; the service may return short pages at any time.
        var found = new List<TRow>(limit + 1);
        await foreach (TRow row in table.QueryAsync<TRow>(filter, Math.Min(limit + 1, ServicePage), cancellationToken: cancellation))
        {
            if (found.Count == limit)
                return new RowPage<TRow>(found, RowPaging.WriteToken(found[^1].RowKey));
            found.Add(row);
        }
        return new RowPage<TRow>(found, null);
    }

    private static string Filter(string partition, string prefix)
    {
        if (prefix.Length == 0)
            return TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        string end = RowPaging.EndOf(prefix);
        return TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {end}");
    }

    private static TRow Sign(TRow row)
    {
        RowLimits.Check(row);
        return row with { WriteId = Guid.NewGuid().ToString("N") };
    }

    private static TRow Stored(TRow written, Response answer) => written with { ETag = answer.Headers.ETag ?? default, Timestamp = null };

    /// <summary>After a conflict: the row as stored if it is this very write, whose answer was lost before a retry; null when it is another's.</summary>
    private async Task<TRow?> OwnAsync(TRow written, CancellationToken cancellation)
    {
        TRow? current = await FindAsync(written.PartitionKey, written.RowKey, cancellation);
        return current?.WriteId == written.WriteId ? current : null;
    }

    private async Task EnsureAsync(CancellationToken cancellation)
    {
        if (exists)
            return;
        await table.CreateIfNotExistsAsync(cancellation);
        exists = true;
    }
}
