using Monitor.Shared.Storage;

namespace Monitor.Shared.Retention;

/// <summary>
/// A decision of an agency that has been erased, kept for the archival period without evidence and without contacts.
/// Partition orgnr, row <c>kind|key of the row it stood in|inverted ticks</c>.
/// </summary>
public sealed record DecisionRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "decisions";

    /// <summary>What kind of decision.</summary>
    public DecisionKind Kind { get; set; }

    /// <summary>What it was about: a finding's row key, an obligation, a task's subject.</summary>
    public string Subject { get; set; } = "";

    /// <summary>What was decided, as JSON.</summary>
    public string DetailJson { get; set; } = "{}";

    /// <summary>The id of the key that decided; empty for an outcome that we observed.</summary>
    public string Who { get; set; } = "";

    /// <summary>When it was decided (UTC).</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>When it was put here (UTC): the archival period runs from then.</summary>
    public DateTimeOffset ArchivedAt { get; set; }
}

/// <summary>Kinds of <see cref="DecisionRow"/>.</summary>
public enum DecisionKind
{
    /// <summary>A finding was set aside.</summary>
    SetAside,

    /// <summary>A supervisor decided a task.</summary>
    Task,

    /// <summary>The agency declared.</summary>
    Declaration,

    /// <summary>An obligation was judged.</summary>
    Outcome,
}
