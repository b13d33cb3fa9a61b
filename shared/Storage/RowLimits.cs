using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;

namespace Monitor.Shared.Storage;

/// <summary>
/// The limits of Azure Table Storage, checked before anything is sent, since the emulator does not enforce them
/// (learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model).
/// </summary>
public static class RowLimits
{
    /// <summary>Characters in one text column (64 KiB of UTF-16).</summary>
    public const int TextCharacters = 32 * 1024;

    /// <summary>Bytes in one row.</summary>
    public const int RowBytes = 1024 * 1024;

    /// <summary>Columns in one row besides keys and timestamp.</summary>
    public const int Columns = 252;

    /// <summary>Characters in a key (1 KiB of UTF-16).</summary>
    public const int KeyCharacters = 512;

    /// <summary>Rows in one batch.</summary>
    public const int BatchRows = 100;

    /// <summary>Bytes in one batch as it is sent.</summary>
    public const int BatchBytes = 4 * 1024 * 1024;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> ColumnsByType = new();

    /// <summary>Checks a row.</summary>
    /// <exception cref="InvalidOperationException">It breaks a limit; a bug of ours, since what comes from outside is shortened before it gets here.</exception>
    public static void Check<TRow>(TRow row) where TRow : Row
    {
        CheckKey(row.PartitionKey, typeof(TRow));
        CheckKey(row.RowKey, typeof(TRow));

        PropertyInfo[] columns = ColumnsOf(typeof(TRow));
        if (columns.Length > Columns)
            throw new InvalidOperationException($"{typeof(TRow).Name} has more than {Columns} columns.");

        int bytes = 4 + 2 * (row.PartitionKey.Length + row.RowKey.Length);
        foreach (PropertyInfo column in columns)
        {
            string? text = TextOf(column.GetValue(row));
            if (text?.Length > TextCharacters)
                throw new InvalidOperationException($"{typeof(TRow).Name}.{column.Name} has {text.Length} characters; {TextCharacters} fit.");
            bytes += 8 + 2 * column.Name.Length + (text is null ? 16 : 4 + 2 * text.Length);
        }
        if (bytes > RowBytes)
            throw new InvalidOperationException($"A {typeof(TRow).Name} takes {bytes} bytes; {RowBytes} fit.");
    }

    /// <summary>Whether a text can be a key of a row.</summary>
    internal static bool IsKey(string text) =>
        text.Length is > 0 and <= KeyCharacters && !text.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c));

    /// <summary>The properties that are kept as columns, keys and the service's own included.</summary>
    internal static PropertyInfo[] ColumnsOf(Type row) => ColumnsByType.GetOrAdd(row, static type =>
        [.. type.GetProperties().Where(p => p is { CanRead: true, CanWrite: true } && p.GetCustomAttribute<IgnoreDataMemberAttribute>() is null)]);

    /// <summary>The text that a value is kept as; null for what is kept as a number, a flag or a time.</summary>
    internal static string? TextOf(object? value) => value switch
    {
        string text => text,
        Enum name => name.ToString(),
        _ => null,
    };

    private static void CheckKey(string key, Type row)
    {
        if (!IsKey(key))
            throw new InvalidOperationException($"'{key}' cannot be a key of {row.Name}.");
    }
}
