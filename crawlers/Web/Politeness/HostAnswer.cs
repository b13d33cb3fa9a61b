using Monitor.Crawlers.Web.Fetching;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>What one request or page load told of its host.</summary>
/// <param name="Reason">Why it came to nothing, a code of <see cref="PageReasons"/>; null when it came to something.</param>
/// <param name="RetryAfter">How long the host asks us to stay away, at most a day.</param>
public readonly record struct HostAnswer(string? Reason, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether the host failed, or turned us away for now.</summary>
    public bool Failed => Reason
        is PageReasons.Connection or PageReasons.Timeout or PageReasons.ServerError or PageReasons.Throttled or PageReasons.Challenged;

    /// <summary>Whether it says nothing of how the host fares: it was never reached, or the trouble was ours.</summary>
    public bool Silent => Reason
        is PageReasons.Dns or PageReasons.Tls or PageReasons.AddressNotAllowed or PageReasons.BrowserCrashed or PageReasons.EngineFailed
        or PageReasons.Poison or PageReasons.Stopped or PageReasons.Blocked;

    /// <summary>Whether it asks us to wait rather than failing.</summary>
    public bool AsksToWait => Reason is PageReasons.Throttled or PageReasons.Challenged;

    /// <summary>What a fetch told.</summary>
    public static HostAnswer Of(FetchResult result) => new(result.Reason, result.RetryAfter);
}
