using Monitor.Shared.Storage;

namespace Monitor.Shared.Access;

/// <summary>A key to the API and the dashboard. Only a hash of its secret is kept. Partition <c>key</c>, row key id.</summary>
public sealed record KeyRow : Row, IStoredRow
{
    /// <summary>The one partition of all keys.</summary>
    public const string Partition = "key";

    /// <inheritdoc/>
    public static string Table => "keys";

    /// <summary>SHA-256 (hex) of the secret, which is 160 random bits.</summary>
    public string SecretHash { get; set; } = "";

    /// <summary>What its holder may do.</summary>
    public Role Role { get; set; }

    /// <summary>The agency of an agency's key; null for a supervisor's.</summary>
    public string? OrgNumber { get; set; }

    /// <summary>What people call it.</summary>
    public string Name { get; set; } = "";

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Who made it: a key's id, or <c>local</c>.</summary>
    public string CreatedBy { get; set; } = "";

    /// <summary>When it ends by itself (UTC).</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When it was taken back (UTC).</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>Who may do what.</summary>
public enum Role
{
    /// <summary>Reads its own agency's results, edits its contacts and declarations, orders scans of its solutions within a quota.</summary>
    Agency,

    /// <summary>Registers, schedules, sees and decides everything.</summary>
    Supervisor,
}
