using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>A page that a crawl knows of.</summary>
public sealed record FoundPage
{
    /// <summary>Texts of links that are kept.</summary>
    public const int MostTexts = 5;

    /// <summary>Its canonical URL.</summary>
    public required string Url { get; init; }

    /// <summary>Links from the start page.</summary>
    public int Depth { get; init; }

    /// <summary>What links to it say, in order met.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Whether it was fetched and is HTML.</summary>
    public bool Fetched { get; init; }

    /// <summary>What it names as its own canonical address; recorded, not trusted.</summary>
    public string? CanonicalLink { get; init; }

    /// <summary>Its <see cref="PageStructure"/>; null where it was not fetched, or has too little of one.</summary>
    public byte[]? Structure { get; init; }

    /// <summary>Why it is no page to sample, a code of <see cref="PageReasons"/>; null while it may be one.</summary>
    public string? Skipped { get; init; }

    /// <summary>Whether it only led to another page.</summary>
    public bool Moved { get; init; }

    /// <summary>Whether it may be sampled.</summary>
    public bool Eligible => Skipped is null && !Moved;

    internal FoundPage With(IEnumerable<string> texts) =>
        this with { Texts = [.. Texts.Concat(texts.Where(t => t.Length > 0)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTexts)] };
}
