using System.Diagnostics.CodeAnalysis;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Fetching;

/// <summary>What a fetch came to. Whatever a site does is a value; only a cancelled caller sees an exception.</summary>
public sealed record FetchResult
{
    /// <summary>The URL asked for.</summary>
    public required string Url { get; init; }

    /// <summary>Where redirects led.</summary>
    public required string FinalUrl { get; init; }

    /// <summary>Why there is nothing to use, a code of <see cref="PageReasons"/>; null for a 2xx answer, and for a redirect that was not to be followed.</summary>
    public string? Reason { get; init; }

    /// <summary>The final answer's status; null when there was no answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Where a redirect that was not to be followed leads.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>The redirects followed.</summary>
    public IReadOnlyList<FetchHop> Hops { get; init; } = [];

    /// <summary>The Content-Type header.</summary>
    public string? ContentType { get; init; }

    /// <summary>The Last-Modified header.</summary>
    public string? LastModified { get; init; }

    /// <summary>The decoded body; empty unless the answer was 2xx.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body was cut at the limit.</summary>
    public bool Truncated { get; init; }

    /// <summary>How long the site asks us to stay away, at most a day.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>From the first request to the last byte.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether there is a body to use.</summary>
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool Succeeded => Reason is null && RedirectTo is null;

    /// <summary>Whether the answer is an HTML page (text/html or application/xhtml+xml).</summary>
    public bool IsHtml => MediaType is "text/html" or "application/xhtml+xml";

    /// <summary>Whether the answer is a PDF.</summary>
    public bool IsPdf => MediaType is "application/pdf";

    private string? MediaType => ContentType?.Split(';')[0].Trim().ToLowerInvariant();
}

/// <summary>One redirect that was followed.</summary>
/// <param name="Url">The URL that redirected.</param>
/// <param name="HttpStatus">301, 302, 303, 307 or 308.</param>
public sealed record FetchHop(string Url, int HttpStatus);
