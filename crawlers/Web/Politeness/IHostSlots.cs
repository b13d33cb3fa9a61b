using Monitor.Crawlers.Web.Outbound;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>
/// Turn-taking at a host: one page load or fetch at a time, and a pause between. Whoever gets no turn tries again later and never sleeps on a message.
/// </summary>
public interface IHostSlots
{
    /// <summary>Takes the host's slot if it is free and its pause is over.</summary>
    /// <param name="host">The host, as <see cref="HostOf"/> gives it.</param>
    /// <param name="holder">
    /// Who takes it. The same holder gets it again while it still has it, so whoever must not load twice at once takes a new name for each try;
    /// after a crash it then waits for its dead predecessor's lease to end.
    /// </param>
    /// <param name="cancellation">Cancels.</param>
    Task<SlotAnswer> TryAcquireAsync(string host, string holder, CancellationToken cancellation);

    /// <summary>Gives the slot back; the host rests for the pause, or longer where the settings or its robots.txt say so. Harmless when it is no longer the holder's.</summary>
    Task ReleaseAsync(string host, string holder, TimeSpan pause, CancellationToken cancellation);

    /// <summary>Lets the host rest, whoever holds it: it answered 429 or 503 (Retry-After).</summary>
    Task PauseAsync(string host, TimeSpan pause, CancellationToken cancellation);

    /// <summary>Notes the pause that the host's robots.txt asks for, null for none; at most <see cref="HostTurn.LongestCrawlDelay"/> is granted.</summary>
    Task SetCrawlDelayAsync(string host, TimeSpan? delay, CancellationToken cancellation);

    /// <summary>Gives the slot back after an ordinary pause.</summary>
    Task ReleaseAsync(string host, string holder, CancellationToken cancellation) => ReleaseAsync(host, holder, TimeSpan.Zero, cancellation);

    /// <summary>The host of a URL, as slots name it; empty for what is no web address.</summary>
    static string HostOf(string url) => LinkResolver.TryResolve(url, null, out Uri? uri) ? HostNames.Normalize(uri.IdnHost) : "";
}

/// <summary>Whether it is the asker's turn.</summary>
/// <param name="Acquired">It is.</param>
/// <param name="RetryAfter">When to ask again, where it is not.</param>
public readonly record struct SlotAnswer(bool Acquired, TimeSpan RetryAfter);
