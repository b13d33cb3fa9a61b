using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Access;

/// <summary>Something a supervisor must decide or know. Partition <c>supervisor</c>, row <c>inverted ticks|kind|key</c>.</summary>
public sealed record TaskRow : Row, IStoredRow
{
    /// <summary>The one partition.</summary>
    public const string Partition = "supervisor";

    /// <inheritdoc/>
    public static string Table => "tasks";

    /// <summary>The row key of a task; the same cause makes the same key, so that a handler that runs twice makes one task.</summary>
    public static string KeyOf(DateTimeOffset at, TaskKind kind, string key) => $"{InvertedTicks.From(at)}|{kind}|{Base32.Hash(key)}";

    /// <summary>What kind of decision.</summary>
    public TaskKind Kind { get; set; }

    /// <summary>Where it stands.</summary>
    public TaskState State { get; set; }

    /// <summary>The agency concerned, if one is.</summary>
    public string? OrgNumber { get; set; }

    /// <summary>What it is about: an outbox key, a finding's row key, a queue's name.</summary>
    public string Subject { get; set; } = "";

    /// <summary>What a decision needs to know; for a poison message the message itself.</summary>
    public string Detail { get; set; } = "";

    /// <summary>When it arose (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>When it was decided (UTC).</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>When the decision was carried out (UTC): deciding the same again does nothing more. Not told for held mails, whose rows tell it.</summary>
    public DateTimeOffset? CarriedOutAt { get; set; }
}

/// <summary>Kinds of <see cref="TaskRow"/>.</summary>
public enum TaskKind
{
    /// <summary>A mail held because of a mass change or a change of engine: accept sends it, reject discards it.</summary>
    HeldMail,

    /// <summary>An agency asks for a finding to be set aside: accept sets it aside.</summary>
    SetAside,

    /// <summary>A message that failed too often: accept puts it back on its queue, reject drops it.</summary>
    Poison,
}

/// <summary>Where a task stands.</summary>
public enum TaskState
{
    /// <summary>Waiting for a supervisor.</summary>
    Open,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Rejected.</summary>
    Rejected,
}
