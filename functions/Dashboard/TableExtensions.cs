using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard;

/// <summary>Paging as pages of ours link it.</summary>
internal static class TableExtensions
{
    /// <summary>The page that a link asks for; the first where the link is no longer understood.</summary>
    public static async Task<RowPage<TRow>> PageOrFirstAsync<TRow>(
        this ITable<TRow> table, string partition, int limit, string? after, CancellationToken cancellation)
        where TRow : Row, IStoredRow, new()
    {
        try
        {
            return await table.PageAsync(partition, "", limit, after, cancellation);
        }
        catch (FormatException) when (after is not null)
        {
            return await table.PageAsync(partition, "", limit, null, cancellation);
        }
    }
}
