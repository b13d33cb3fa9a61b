using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Web.Robots;

/// <summary>
/// Keeps what robots.txt files say across scans and workers, for at most a day (RFC 9309 section 2.4). A seam: the command line stores nothing.
/// What could not be had is never kept: that forbids everything, and may pass.
/// </summary>
public interface IRobotsCache
{
    /// <summary>The text of an origin's robots.txt, empty where there is none; null when it is not known, or not any longer.</summary>
    Task<string?> FindAsync(string origin, CancellationToken cancellation);

    /// <summary>Keeps the text of an origin's robots.txt, empty where there is none.</summary>
    /// <param name="origin">Scheme, host and port.</param>
    /// <param name="text">What was just fetched.</param>
    /// <param name="cancellation">Cancels.</param>
    Task KeepAsync(string origin, string text, CancellationToken cancellation);
}

/// <summary>In blobs <c>robots/{hash of the origin}.json</c>: a robots.txt may be larger than a row.</summary>
public sealed class StoredRobotsCache(IBlobs blobs, TimeProvider clock) : IRobotsCache
{
    /// <summary>How long a copy is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public async Task<string?> FindAsync(string origin, CancellationToken cancellation) =>
        await blobs.ReadJsonAsync<RobotsCopy>(NameOf(origin), cancellation) is { } copy && clock.GetUtcNow() - copy.FetchedAt < Lifetime ? copy.Text : null;

    /// <inheritdoc/>
    public Task KeepAsync(string origin, string text, CancellationToken cancellation) =>
        blobs.WriteJsonAsync(NameOf(origin), new RobotsCopy(origin, text, clock.GetUtcNow()), cancellation);

    private static string NameOf(string origin) => $"robots/{Base32.Hash(origin)}.json";

    private sealed record RobotsCopy(string Origin, string Text, DateTimeOffset FetchedAt);
}

/// <summary>None: each crawl of the command line asks for itself.</summary>
public sealed class NoRobotsCache : IRobotsCache
{
    /// <inheritdoc/>
    public Task<string?> FindAsync(string origin, CancellationToken cancellation) => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public Task KeepAsync(string origin, string text, CancellationToken cancellation) => Task.CompletedTask;
}
