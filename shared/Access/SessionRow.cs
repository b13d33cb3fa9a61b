using Monitor.Shared.Storage;

namespace Monitor.Shared.Access;

/// <summary>A signed-in browser. Partition the first two hex digits of the token's hash, row the hash; the token itself is only in the cookie.</summary>
public sealed record SessionRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "sessions";

    /// <summary>The key signed in with; a key taken back ends its sessions.</summary>
    public string KeyId { get; set; } = "";

    /// <summary>When it ends (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}
