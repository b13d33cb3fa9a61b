using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>One solution's line in the overview: a read model, written when a scan ends. Partition one of 16 hashes, row solution id.</summary>
public sealed record SummaryRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "summaries";

    /// <summary>The sixteen partitions.</summary>
    public static IReadOnlyList<string> Partitions { get; } = [.. Enumerable.Range(0, 16).Select(i => i.ToString("x", System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The partition of a solution.</summary>
    public static string PartitionOf(SolutionId solution) => Partitions[Base32.Hash(solution.ToString())[0] % 16];

    /// <summary>The agency's name.</summary>
    public string AgencyName { get; set; } = "";

    /// <summary>The solution's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The solution's start URL.</summary>
    public string Url { get; set; } = "";

    /// <summary>The last ended scan.</summary>
    public string Scan { get; set; } = "";

    /// <summary>How that scan ended.</summary>
    public ScanStatus Status { get; set; }

    /// <summary>Why, unless completed.</summary>
    public string? Reason { get; set; }

    /// <summary>When that scan ended (UTC).</summary>
    public DateTimeOffset FinishedAt { get; set; }

    /// <summary>
    /// When the last scan that measured something ended (UTC): the one that all figures below are of. Earlier than <see cref="FinishedAt"/>
    /// when a later scan failed; null while none has measured anything.
    /// </summary>
    public DateTimeOffset? MeasuredAt { get; set; }

    /// <summary>Pages audited in it; zero while nothing was measured.</summary>
    public int PagesAudited { get; set; }

    /// <summary>Pages it sampled.</summary>
    public int PagesSampled { get; set; }

    /// <summary>Open findings by now, not set aside.</summary>
    public int OpenFindings { get; set; }

    /// <summary>Of these, new or reopened by that scan.</summary>
    public int NewFindings { get; set; }

    /// <summary>Findings of that scan that a person must look at.</summary>
    public int CantTell { get; set; }

    /// <summary>Criteria with a failure.</summary>
    public int CriteriaFailed { get; set; }

    /// <summary>Criteria tested.</summary>
    public int CriteriaTested { get; set; }

    /// <summary>Criteria of the regulation.</summary>
    public int CriteriaInRegulation { get; set; }
}
