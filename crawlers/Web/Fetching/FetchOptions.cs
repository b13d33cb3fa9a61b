namespace Monitor.Crawlers.Web.Fetching;

/// <summary>What one caller wants of a fetch.</summary>
public sealed record FetchOptions
{
    /// <summary>A page, redirects followed.</summary>
    public static FetchOptions Page { get; } = new();

    /// <summary>Redirects followed, at most; 0 gives the redirect itself back.</summary>
    public int MaxRedirects { get; init; } = 10;

    /// <summary>Bytes of the decoded body; null for the setting's.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>Whether a body that is larger is cut there; otherwise it is a failure.</summary>
    public bool Truncate { get; init; }

    /// <summary>The Accept header.</summary>
    public string Accept { get; init; } = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1";
}
