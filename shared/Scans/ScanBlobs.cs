using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>The JSON blobs of a scan.</summary>
public static class ScanBlobs
{
    /// <summary>The name of a scan's frozen result, schema <c>monitor.scan/1</c>.</summary>
    public static string ResultOf(ScanId scan) => $"scans/{scan}/result.json";

    /// <summary>The name of a scan's <see cref="Sample"/>.</summary>
    public static string SampleOf(ScanId scan) => $"scans/{scan}/sample.json";

    /// <summary>The name of what a scan's pages showed, a list of <see cref="ShownPage"/>.</summary>
    public static string ShownOf(ScanId scan) => $"scans/{scan}/shown.json";

    /// <summary>What a scan samples; null before that is drawn.</summary>
    public static Task<Sample?> ReadSampleAsync(this IBlobs blobs, ScanId scan, CancellationToken cancellation) =>
        blobs.ReadJsonAsync<Sample>(SampleOf(scan), cancellation);

    /// <summary>A scan's frozen result; null before it has ended.</summary>
    public static Task<ScanResult?> ReadResultAsync(this IBlobs blobs, ScanId scan, CancellationToken cancellation) =>
        blobs.ReadJsonAsync<ScanResult>(ResultOf(scan), cancellation);
}
