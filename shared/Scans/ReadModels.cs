using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>The read models that overview, agency list and statistics are served from, each with the time it was made.</summary>
public static class ReadModels
{
    /// <summary>The blob with the <see cref="Overview"/>.</summary>
    public const string OverviewBlob = "read-models/overview.json";

    /// <summary>The blob with the <see cref="AgencyList"/>.</summary>
    public const string AgenciesBlob = "read-models/agencies.json";

    /// <summary>The blob with the <see cref="Statistics"/>.</summary>
    public const string StatisticsBlob = "read-models/statistics.json";

    /// <summary>Every solution; null before the first was made.</summary>
    public static Task<Overview?> ReadOverviewAsync(this IBlobs blobs, CancellationToken cancellation) =>
        blobs.ReadJsonAsync<Overview>(OverviewBlob, cancellation);

    /// <summary>Every agency; null before the first was made.</summary>
    public static Task<AgencyList?> ReadAgencyListAsync(this IBlobs blobs, CancellationToken cancellation) =>
        blobs.ReadJsonAsync<AgencyList>(AgenciesBlob, cancellation);

    /// <summary>The totals; null before the first were made.</summary>
    public static Task<Statistics?> ReadStatisticsAsync(this IBlobs blobs, CancellationToken cancellation) =>
        blobs.ReadJsonAsync<Statistics>(StatisticsBlob, cancellation);
}
