using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>
/// One mail that is owed. Partition orgnr, row <c>group-recipient</c>, where the group is a hash of what the mail is about,
/// so that one change makes one row however often it is told. The mail is rendered once, to <c>mail/{key}.eml</c>, and sent byte for byte from there.
/// </summary>
public sealed record OutboxRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "outbox";

    /// <summary>What the mail tells.</summary>
    public AlertKind Kind { get; set; }

    /// <summary>Where the mail stands.</summary>
    public OutboxState State { get; set; }

    /// <summary>The recipient row's key in the same agency.</summary>
    public string Recipient { get; set; } = "";

    /// <summary>The solution concerned.</summary>
    public string? Solution { get; set; }

    /// <summary>The scan concerned.</summary>
    public string? Scan { get; set; }

    /// <summary>Why it is held.</summary>
    public string? HeldReason { get; set; }

    /// <summary>The key of the task by which a supervisor decides about it, while it is held.</summary>
    public string? HeldTask { get; set; }

    /// <summary>When it was owed (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When its queue message is due, and not before which it is tried again (UTC).</summary>
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Until when the worker that is sending it may (UTC).</summary>
    public DateTimeOffset? SendingUntil { get; set; }

    /// <summary>When the server took it (UTC).</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The server's refusal, without addresses.</summary>
    public string? Error { get; set; }

    /// <summary>Attempts made.</summary>
    public int Attempts { get; set; }

    /// <summary>Times that the server put this mail off (4xx).</summary>
    public int Deferrals { get; set; }
}

/// <summary>What a mail tells.</summary>
public enum AlertKind
{
    /// <summary>Confirmed new or reopened findings of one scan.</summary>
    NewFindings,

    /// <summary>The one summary after a solution's first scan.</summary>
    Welcome,

    /// <summary>An obligation became not met.</summary>
    Obligation,

    /// <summary>Asks an address whether it wants mails at all.</summary>
    OptIn,
}

/// <summary>Where a mail stands.</summary>
public enum OutboxState
{
    /// <summary>To be sent.</summary>
    Pending,

    /// <summary>Waiting for a supervisor, see tasks.</summary>
    Held,

    /// <summary>A worker is talking to the server.</summary>
    Sending,

    /// <summary>The server took it.</summary>
    Sent,

    /// <summary>The server refused it for good.</summary>
    Failed,

    /// <summary>A supervisor rejected it, or its recipient no longer wants it.</summary>
    Discarded,
}
