namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>The way out for the browser: Chromium resolves and connects by itself, so the outbound guard reaches it only as a proxy.</summary>
/// <param name="Address">The proxy's address once it listens; null for none, which is for tests on loopback alone.</param>
/// <param name="RefusalOf">
/// Why the proxy last turned down an origin, a code of <see cref="Shared.Scans.PageReasons"/>; null when it did not.
/// The browser itself only learns that a tunnel failed.
/// </param>
public sealed record Egress(Func<CancellationToken, Task<Uri?>> Address, Func<Uri, string?> RefusalOf)
{
    /// <summary>Straight out, without a guard.</summary>
    public static Egress Direct { get; } = new(_ => Task.FromResult<Uri?>(null), _ => null);
}
