using System.Runtime.Serialization;
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

    /// <summary>
    /// The address; empty when it is on no list any more and only the hash is kept, so that an address whose owner said no is not asked again.
    /// </summary>
    public string Email { get; set; } = "";

    /// <summary>When it was added (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When its owner said yes (UTC).</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>When its owner said no more (UTC).</summary>
    public DateTimeOffset? UnsubscribedAt { get; set; }

    /// <summary>The mail server's last refusal of the address, codes only; null when the last mail was taken.</summary>
    public string? Refused { get; set; }

    /// <summary>What its owner has said.</summary>
    [IgnoreDataMember]
    public ConsentState Consent =>
        UnsubscribedAt is not null ? ConsentState.Unsubscribed : ConfirmedAt is not null ? ConsentState.Confirmed : ConsentState.Asked;
}
