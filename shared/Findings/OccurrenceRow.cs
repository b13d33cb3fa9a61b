using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Findings;

/// <summary>One page that carries a finding. Partition <c>solution id|fingerprint</c>, row page key.</summary>
public sealed record OccurrenceRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "occurrences";

    /// <summary>The partition of a finding's occurrences.</summary>
    public static string PartitionOf(SolutionId solution, string fingerprint) => FindingRow.KeyOf(solution, fingerprint);

    /// <summary>The page's URL.</summary>
    public string Url { get; set; } = "";

    /// <summary>A selector that leads to the element.</summary>
    public string Target { get; set; } = "";

    /// <summary>The element's markup, shortened.</summary>
    public string Snippet { get; set; } = "";

    /// <summary>What has to be pressed to see it, see <see cref="Scans.ElementResult.After"/>; null for what the page shows by itself.</summary>
    public string? After { get; set; }

    /// <summary>How many elements of the page share the cause.</summary>
    public int Elements { get; set; }

    /// <summary>The blob with a screenshot cropped to the element.</summary>
    public string? Screenshot { get; set; }

    /// <summary>The scan that last saw it.</summary>
    public string LastScan { get; set; } = "";

    /// <summary>When it was last seen (UTC).</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>Scans in a row in which the page was gone.</summary>
    public int GoneInARow { get; set; }

    /// <summary>Scans in a row in which the page was not in the sample although it carries a finding: out of scope by now, or refused by robots.txt.</summary>
    public int UnsampledInARow { get; set; }
}
