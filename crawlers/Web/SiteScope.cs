namespace Monitor.Crawlers.Web;

/// <summary>How far a solution reaches: one host, optionally one path of it.</summary>
/// <param name="Host">The host (A-label, lower case).</param>
/// <param name="Path">What paths begin with; <c>/</c> for all.</param>
public sealed record SiteScope(string Host, string Path = "/");
