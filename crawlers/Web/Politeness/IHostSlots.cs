using Monitor.Crawlers.Web.Outbound;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>
/// Turn-taking at a host: one page load or fetch at a time, and a pause between. Hosts of one registrable domain, and hosts behind one address, share one turn.
/// Whoever gets no turn tries again later and never sleeps on a message.
/// </summary>
public interface IHostSlots
{
    /// <summary>Takes the turn at a URL's host if it is free, its pause is over and the host may be asked. Every turn has a holder of its own, so nobody loads twice at once.</summary>
    /// <param name="url">What is to be fetched.</param>
    /// <param name="purpose">What for, to be read in the row.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<SlotAnswer> TryAcquireAsync(string url, string purpose, CancellationToken cancellation);

    /// <summary>Whether a URL's host may be asked, without taking a turn: for whoever paces itself. A wait of zero means yes.</summary>
    Task<SlotAnswer> AskAsync(string url, CancellationToken cancellation);

    /// <summary>Notes what a request told of its host, to be called before the turn is given back.</summary>
    /// <returns>How long the host rests from now on, beyond the pause between any two turns.</returns>
    Task<TimeSpan> NoteAsync(string url, HostAnswer answer, CancellationToken cancellation);

    /// <summary>Gives the turn back; a pause follows, longer where the settings or the host's robots.txt say so. Harmless when it is no longer the holder's.</summary>
    Task ReleaseAsync(HostSlot slot, TimeSpan pause, CancellationToken cancellation);

    /// <summary>Notes the pause that the robots.txt of a URL's host asks for, null for none; at most <see cref="HostTurn.LongestCrawlDelay"/> is granted.</summary>
    Task SetCrawlDelayAsync(string url, TimeSpan? delay, CancellationToken cancellation);

    /// <summary>The host of a URL, as slots name it; empty for what is no web address.</summary>
    static string HostOf(string url) => LinkResolver.TryResolve(url, null, out Uri? uri) ? HostNames.Normalize(uri.IdnHost) : "";
}
