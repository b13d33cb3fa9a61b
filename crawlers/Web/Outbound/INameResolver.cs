using System.Net;

namespace Monitor.Crawlers.Web.Outbound;

/// <summary>The seam to DNS.</summary>
public interface INameResolver
{
    /// <summary>All addresses of a name; none when it does not resolve.</summary>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellation);
}
