using Monitor.Shared.Storage;

namespace Monitor.Shared.Access;

/// <summary>Who did what, when. Append-only. Partition the day (UTC, yyyyMMdd), row inverted ticks and a random tail.</summary>
public sealed record AuditRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "audit";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The id of the key that acted, or <c>schedule</c>, <c>local</c>.</summary>
    public string Who { get; set; } = "";

    /// <summary>What was done, e.g. <c>solution.paused</c>.</summary>
    public string Action { get; set; } = "";

    /// <summary>What it was done to: an organisation number or an id.</summary>
    public string Subject { get; set; } = "";

    /// <summary>What a reader needs beside, never secrets or personal data.</summary>
    public string? Detail { get; set; }
}
