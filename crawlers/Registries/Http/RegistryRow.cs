using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Registries.Http;

/// <summary>What all workers together know of asking one registry. Partition the registry's name, row <c>turn</c>.</summary>
internal sealed record RegistryRow : Row, IStoredRow
{
    /// <summary>The one row of a registry's partition.</summary>
    public const string Turn = "turn";

    /// <inheritdoc/>
    public static string Table => "registries";

    /// <summary>When the requests so far would all have had their turn, had they come evenly spaced (UTC).</summary>
    public DateTimeOffset NextAt { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>Until when the registry asked to be left alone (UTC); null when it never did.</summary>
    public DateTimeOffset? RestsUntil { get; set; }
}
