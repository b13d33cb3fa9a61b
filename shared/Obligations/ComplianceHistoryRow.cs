using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Obligations;

/// <summary>One outcome an obligation once had. Partition orgnr, row <c>obligation id|observed|inverted ticks</c>: newest first. Append-only.</summary>
public sealed record ComplianceHistoryRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "complianceHistory";

    /// <summary>The row key of an outcome that began at the moment given.</summary>
    /// <param name="currentKey">The row key in the table of current outcomes.</param>
    /// <param name="since">When the outcome began.</param>
    public static string KeyOf(string currentKey, DateTimeOffset since) => $"{currentKey}|{InvertedTicks.From(since)}";

    /// <summary>The outcome.</summary>
    public ObligationOutcome Outcome { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>What it rested on, as JSON.</summary>
    public string EvidenceJson { get; set; } = "[]";

    /// <summary>The edition it was judged by.</summary>
    public string Edition { get; set; } = "";

    /// <summary>The version of the rule it was judged by.</summary>
    public int? RuleVersion { get; set; }

    /// <summary>When it began (UTC).</summary>
    public DateTimeOffset Since { get; set; }
}
