using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;

namespace Monitor.Functions.Tests.Flow;

/// <summary>
/// All tables and blobs as text, one line a row or blob. Taken out is only what a crash may rightly change: moments, the service's own columns,
/// and what counts tries.
/// </summary>
internal sealed partial class FlowState
{
    private static readonly Type[] Kinds =
    [
        .. typeof(Row).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Row)) && t.IsAssignableTo(typeof(IStoredRow))),
    ];

    // The service's own columns; and how often something was tried or how long it was held, which says that there was a crash.
    private static readonly HashSet<string> Dropped =
        [nameof(Row.ETag), nameof(Row.Timestamp), nameof(Row.WriteId), nameof(OutboxRow.Attempts), nameof(ScanRow.Resumes), nameof(HostRow.LastHeldSeconds)];

    private FlowState(IReadOnlyList<string> lines) => Lines = lines;

    /// <summary>One line a row or blob, in order.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Reads everything.</summary>
    public static async Task<FlowState> ReadAsync(IServiceProvider services, CancellationToken cancellation)
    {
        List<string> lines = [];
        foreach (Type kind in Kinds)
        {
            var read = (Task<IReadOnlyList<string>>)typeof(FlowState)
                .GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(kind).Invoke(null, [services, cancellation])!;
            lines.AddRange(await read);
        }
        var blobs = (MemoryBlobs)services.GetService(typeof(MemoryBlobs))!;
        await foreach (string name in blobs.ListAsync("", cancellation))
            lines.Add($"{name} {Normal(Text(name, (await blobs.ReadAsync(name, cancellation))!))}");
        lines.Sort(StringComparer.Ordinal);
        return new FlowState(lines);
    }

    private static async Task<IReadOnlyList<string>> RowsAsync<TRow>(IServiceProvider services, CancellationToken cancellation) where TRow : Row, IStoredRow, new()
    {
        List<string> lines = [];
        await foreach (TRow row in ((MemoryTable<TRow>)services.GetService(typeof(MemoryTable<TRow>))!).ReadAllAsync(cancellation))
            lines.Add($"{TRow.Table} {Normal(Columns(row))}");
        return lines;
    }

    private static string Columns(Row row)
    {
        JsonObject columns = [];
        foreach (PropertyInfo column in RowLimits.ColumnsOf(row.GetType()).Where(c => !Dropped.Contains(c.Name)))
            columns[column.Name] = column.GetValue(row) is { } value ? JsonSerializer.SerializeToNode(value, MonitorJson.Options) : null;
        // A slot that has lapsed is free, whoever held it.
        if (row is HostRow)
            columns[nameof(HostRow.Holder)] = columns[nameof(HostRow.HeldUntil)] = null;
        return columns.ToJsonString(MonitorJson.Options);
    }

    private static string Text(string name, BinaryData content)
    {
        if (!name.EndsWith(".gz", StringComparison.Ordinal))
            return content.ToString();
        using var gzip = new GZipStream(content.ToStream(), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Normal(string text)
    {
        text = Moment().Replace(text, "time");
        text = ServiceColumns().Replace(text, "");
        // A crawl that begins again finds robots.txt kept: it makes fewer requests.
        text = Requests().Replace(text, "\"requests\":n");
        text = DayTask().Replace(text, "day|");
        text = HistoryKey().Replace(text, "|ticks\"");
        return MailDate().Replace(text, "Date: time\r\n");
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")]
    private static partial Regex Moment();

    // Rows frozen in a blob as they were read.
    [GeneratedRegex(@",""timestamp"":(null|""time""),""eTag"":(null|""[^,]*""),""writeId"":(null|""\w*"")")]
    private static partial Regex ServiceColumns();

    [GeneratedRegex(@"""requests"":\d+")]
    private static partial Regex Requests();

    [GeneratedRegex(@"(?<=""RowKey"":"")\d{19}\|(?=Poison)")]
    private static partial Regex DayTask();

    [GeneratedRegex(@"\|\d{19}""")]
    private static partial Regex HistoryKey();

    [GeneratedRegex(@"^Date: .*\r\n", RegexOptions.Multiline)]
    private static partial Regex MailDate();
}
