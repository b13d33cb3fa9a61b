using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Resources;

/// <summary>Reads how a body's datasets or services are described: so many at most, and at the registry's pace.</summary>
internal sealed class DescriptionLookup(ResourcesClient client)
{
    /// <summary>Descriptions read of one body, at most: more would keep a check from ending.</summary>
    public const int Most = 50;

    /// <summary>Reads the descriptions of some entries.</summary>
    public async Task<DescribedEntries> ReadAsync(CatalogueKind kind, IReadOnlyList<CatalogueEntry> entries, CancellationToken cancellation)
    {
        var read = new List<Description>();
        RegistryAnswer<Description>.NotDetermined? failure = null;
        foreach (CatalogueEntry[] some in entries.Take(Most).Chunk(5))
        {
            foreach (RegistryAnswer<Description> answer in await Task.WhenAll(some.Select(e => client.FindAsync(kind, e.Uri, cancellation))))
            {
                if (answer is RegistryAnswer<Description>.Found { Value: var description })
                    read.Add(description);
                failure ??= answer as RegistryAnswer<Description>.NotDetermined;
            }
            // One that can't be read leaves the others; a registry that is down leaves none.
            if (failure is { Reason: not ObligationReasons.Malformed })
                break;
        }
        return new DescribedEntries(read, entries.Count, failure?.Reason, failure?.Detail);
    }
}

/// <summary>How a body's datasets or services are described.</summary>
/// <param name="Read">The descriptions that could be read.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Failure">Why one could not be read, a code of <see cref="ObligationReasons"/>; null when nothing failed.</param>
/// <param name="Detail">What happened, in English.</param>
internal sealed record DescribedEntries(IReadOnlyList<Description> Read, int Of, string? Failure, string? Detail)
{
    /// <summary>Whether every one was read.</summary>
    public bool Complete => Read.Count == Of;
}
