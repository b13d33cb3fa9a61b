using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Starting;

/// <summary>What one slice of starting a scan came to.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Wait">How long to wait before going on, where it is unfinished.</param>
/// <param name="Reason">Why it failed, a code of <see cref="ScanReasons"/> or <see cref="PageReasons"/>.</param>
public sealed record StartResult(StartResultKind Kind, TimeSpan Wait = default, string? Reason = null)
{
    internal static StartResult Nothing { get; } = new(StartResultKind.Nothing);

    internal static StartResult Sampled { get; } = new(StartResultKind.Sampled);

    internal static StartResult Failed(string reason) => new(StartResultKind.Failed, Reason: reason);

    internal static StartResult Unfinished(TimeSpan wait) => new(StartResultKind.Unfinished, wait);
}

/// <summary>Kinds of <see cref="StartResult"/>.</summary>
public enum StartResultKind
{
    /// <summary>There was nothing to do: no such scan, or it has ended.</summary>
    Nothing,

    /// <summary>The crawl goes on in another message.</summary>
    Unfinished,

    /// <summary>The scan came to nothing.</summary>
    Failed,

    /// <summary>The sample is frozen and its pages are queued.</summary>
    Sampled,
}
