using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>One scan's figures for the trend. Partition solution id, row scan id.</summary>
public sealed record TrendRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "trends";

    /// <summary>When the scan ended (UTC).</summary>
    public DateTimeOffset FinishedAt { get; set; }

    /// <summary>The regulation.</summary>
    public string Regulation { get; set; } = "";

    /// <summary>Versions of the rule sets, e.g. <c>axe 4.14</c>: a change is marked in the trend.</summary>
    public string RuleSets { get; set; } = "";

    /// <summary>Pages audited.</summary>
    public int PagesAudited { get; set; }

    /// <summary>Open findings after the scan.</summary>
    public int OpenFindings { get; set; }

    /// <summary>Open findings by criterion, JSON object.</summary>
    public string ByCriterionJson { get; set; } = "{}";
}
