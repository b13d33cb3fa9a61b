using System.Runtime.Serialization;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Tests.Storage;

/// <summary>A row with a column of every kind that rows have.</summary>
internal sealed record SampleRow : Row, IStoredRow
{
    public static string Table => "samples";

    public string Text { get; set; } = "";

    public string? MaybeText { get; set; }

    public int Number { get; set; }

    public int? MaybeNumber { get; set; }

    public long Long { get; set; }

    public double Ratio { get; set; }

    public bool Flag { get; set; }

    public DateTimeOffset At { get; set; } = DateTimeOffset.UnixEpoch;

    public DateTimeOffset? MaybeAt { get; set; }

    public SampleKind Kind { get; set; }

    public SampleKind? MaybeKind { get; set; }

    [IgnoreDataMember]
    public string Derived => throw new InvalidOperationException($"A derived member of {RowKey} is not a column.");

    /// <summary>What a reader compares: all but what storage itself sets.</summary>
    [IgnoreDataMember]
    public SampleRow Content => this with { ETag = default, Timestamp = null, WriteId = null };

    public static SampleRow Of(string partition, string row, string text = "") => new() { PartitionKey = partition, RowKey = row, Text = text };
}

internal enum SampleKind
{
    First,
    Second,
}

/// <summary>A second table, to see that tables are apart.</summary>
internal sealed record OtherRow : Row, IStoredRow
{
    public static string Table => "others";
}
