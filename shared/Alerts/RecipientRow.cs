using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>An address that an agency wants mails sent to. Partition orgnr, row the hash of the address. It gets nothing but the opt-in mail until it confirms.</summary>
public sealed record RecipientRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "recipients";

    /// <summary>The row key of an address.</summary>
    public static string KeyOf(string email) => Base32.Hash(email.Trim().ToLowerInvariant());

    /// <summary>The address.</summary>
    public string Email { get; set; } = "";

    /// <summary>When it was added (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When its owner said yes (UTC).</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>When its owner said no more (UTC).</summary>
    public DateTimeOffset? UnsubscribedAt { get; set; }
}
