namespace Monitor.Tests.Support.Sites;

/// <summary>One request that a <see cref="TestSite"/> met.</summary>
/// <param name="Method">The method.</param>
/// <param name="PathAndQuery">Path and query, as sent.</param>
/// <param name="Headers">The headers.</param>
/// <param name="At">When it arrived (UTC).</param>
public sealed record SiteRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, DateTimeOffset At)
{
    /// <summary>The user agent, empty if none was sent.</summary>
    public string UserAgent => Headers.GetValueOrDefault("User-Agent", "");
}
