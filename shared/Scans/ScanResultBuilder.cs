using Monitor.Shared.Regulations;

namespace Monitor.Shared.Scans;

/// <summary>Makes a scan's result from its pages' audits: one cause, one finding. Pure, and the same in command line and service.</summary>
public static class ScanResultBuilder
{
    /// <summary>Builds the result.</summary>
    /// <param name="solutionUrl">The start URL.</param>
    /// <param name="scan">When and how.</param>
    /// <param name="regulation">Which criteria count.</param>
    /// <param name="pages">Each page of the sample with what was observed, in sample order.</param>
    public static ScanResult Build(
        string solutionUrl, ScanResultScan scan, Regulation regulation, IReadOnlyList<(SamplePage Page, PageAudit Audit)> pages) =>
        throw new NotSupportedException();
}
