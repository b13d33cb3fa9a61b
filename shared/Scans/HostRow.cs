using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>
/// The turn at one registrable domain or at one address, across all workers: one page load or fetch at a time, and a pause between.
/// Partition the domain or address, row <c>slot</c>. A host's turn is that at its domain and at every address behind its name.
/// </summary>
public sealed record HostRow : Row, IStoredRow
{
    /// <summary>The one slot of a partition.</summary>
    public const string Slot = "slot";

    /// <inheritdoc/>
    public static string Table => "hosts";

    /// <summary>Who holds the slot; null when nobody does.</summary>
    public string? Holder { get; set; }

    /// <summary>When the holder is presumed dead (UTC).</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    /// <summary>When it may next be taken (UTC).</summary>
    public DateTimeOffset NextAllowedAt { get; set; }

    /// <summary>Seconds that the last holder held it: about how long whoever waits has to.</summary>
    public double LastHeldSeconds { get; set; }
}
