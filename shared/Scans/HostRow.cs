using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>One host's turn-taking across all workers: one page load or fetch at a time, and a pause between. Partition host, row <c>slot</c>.</summary>
public sealed record HostRow : Row, IStoredRow
{
    /// <summary>The one row of a host's partition.</summary>
    public const string Slot = "slot";

    /// <inheritdoc/>
    public static string Table => "hosts";

    /// <summary>Who holds the slot; null when nobody does.</summary>
    public string? Holder { get; set; }

    /// <summary>When the holder is presumed dead (UTC).</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    /// <summary>When the host may next be asked (UTC).</summary>
    public DateTimeOffset NextAllowedAt { get; set; }

    /// <summary>Seconds between fetches that the host's robots.txt asks for; null when it asks for none.</summary>
    public double? CrawlDelaySeconds { get; set; }
}
