namespace Monitor.Crawlers.Registries.Catalogue;

/// <summary>What data.norge.no can be asked for.</summary>
internal enum CatalogueKind
{
    /// <summary>Datasets, by publisher.</summary>
    Datasets,

    /// <summary>Public services, by competent authority or owner.</summary>
    Services,
}

/// <summary>One dataset or service of a body's.</summary>
/// <param name="Uri">The subject's URI.</param>
/// <param name="Title">Its title, where told.</param>
/// <param name="IsOpen">Whether it is marked as open data.</param>
internal sealed record CatalogueEntry(string Uri, string? Title, bool IsOpen);
