using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>What all workers know of one host: how it fares and what it asks for. Partition the host, row <c>state</c>; there is none for a host that never failed nor asked.</summary>
public sealed record HostStateRow : Row, IStoredRow
{
    /// <summary>The one such row of a host's partition.</summary>
    public const string State = "state";

    /// <inheritdoc/>
    public static string Table => "hosts";

    /// <summary>Failures in a row: no connection, no answer in time, 5xx, 429, or a firewall's challenge.</summary>
    public int Failures { get; set; }

    /// <summary>Until when the host rests (UTC): as long as it asked for (Retry-After), or longer with each failure.</summary>
    public DateTimeOffset? RestUntil { get; set; }

    /// <summary>Until when nothing is asked of the host because it failed too often in a row (UTC); the first request after decides whether it stays so.</summary>
    public DateTimeOffset? OpenUntil { get; set; }

    /// <summary>Seconds between fetches that the host's robots.txt asks for; null when it asks for none.</summary>
    public double? CrawlDelaySeconds { get; set; }
}
