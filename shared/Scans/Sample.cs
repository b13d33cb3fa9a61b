namespace Monitor.Shared.Scans;

/// <summary>The pages that one scan looks at, drawn reproducibly. Stored as <c>scans/{scanId}/sample.json</c>.</summary>
/// <param name="Seed">What the random part was drawn from.</param>
/// <param name="Pages">The pages, in the order they are looked at.</param>
/// <param name="Reserves">Further random pages; a page that is skipped in the audit is replaced by the next.</param>
/// <param name="Discovered">How many pages the crawl found in scope, the sample's denominator.</param>
public sealed record Sample(long Seed, IReadOnlyList<SamplePage> Pages, IReadOnlyList<SamplePage> Reserves, int Discovered)
{
    /// <summary>The documents that the crawl met; null from before they were counted.</summary>
    public DocumentCount? Documents { get; init; }
}

/// <summary>One page of a sample.</summary>
/// <param name="Url">Its canonical URL.</param>
/// <param name="Kind">Why it is in the sample.</param>
public sealed record SamplePage(string Url, PageKind Kind);
