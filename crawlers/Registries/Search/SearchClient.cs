using System.Text.Json;
using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Search;

/// <summary>
/// <c>POST /search/{datasets|services}</c> by full <c>orgPath</c>. The path also matches every body beneath, so hits are kept only where
/// <c>organization.id</c> is the number itself. Finds no service that names the body second: SPARQL does.
/// </summary>
internal sealed class SearchClient(RegistryHttp http)
{
    /// <summary>Hits on one page.</summary>
    public const int PageSize = 100;

    /// <summary>Pages read at most: of ten requests a minute one body shall not take more.</summary>
    public const int MaxPages = 3;

    /// <summary>A body's datasets or services; absent when the search has none of its own.</summary>
    public async Task<RegistryAnswer<IReadOnlyList<CatalogueEntry>>> FindAsync(
        CatalogueKind kind, string orgPath, OrgNumber number, CancellationToken cancellation)
    {
        var entries = new List<CatalogueEntry>();
        for (int page = 0; page < MaxPages; page++)
        {
            switch (await AskAsync(kind, orgPath, page, cancellation))
            {
                case RegistryAnswer<SearchPage>.NotDetermined failure:
                    return new RegistryAnswer<IReadOnlyList<CatalogueEntry>>.NotDetermined(failure.Reason, failure.Detail);
                case RegistryAnswer<SearchPage>.Found { Value: var found }:
                    entries.AddRange(found.Hits!
                        .Where(h => h.Organization?.Id == number.Value && h.Uri is not null && h.Metadata?.Deleted != true)
                        .Select(h => new CatalogueEntry(h.Uri!, Title(h), h.IsOpenData)));
                    if (entries.Count > 0)
                        return new RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Found(entries);
                    if (page + 1 >= found.Page!.TotalPages)
                        return new RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Absent();
                    break;
            }
        }
        return new RegistryAnswer<IReadOnlyList<CatalogueEntry>>.NotDetermined(
            ObligationReasons.Incomplete, $"None among the first {MaxPages * PageSize} hits, and there are more.");
    }

    private async Task<RegistryAnswer<SearchPage>> AskAsync(CatalogueKind kind, string orgPath, int page, CancellationToken cancellation)
    {
        string body = JsonSerializer.Serialize(new
        {
            filters = new { orgPath = new { value = orgPath } },
            pagination = new { page, size = PageSize },
        });
        string path = kind == CatalogueKind.Datasets ? "/search/datasets" : "/search/services";
        return RegistryAnswer<SearchPage>.Of(await http.PostJsonAsync(SearchRegistry.Definition, path, body, "application/json", cancellation), Read);
    }

    private static RegistryAnswer<SearchPage> Read(RegistryReply.Answered answered)
    {
        if (!answered.TryRead(out SearchPage? page, out string? why))
            return RegistryAnswer<SearchPage>.Malformed(why);
        return page is { Hits: not null, Page: not null }
            ? new RegistryAnswer<SearchPage>.Found(page)
            : RegistryAnswer<SearchPage>.Malformed("The answer has no hits or no page.");
    }

    private static string? Title(Hit hit) => hit.Title is { } title
        ? title.GetValueOrDefault("nb") ?? title.GetValueOrDefault("nn") ?? title.GetValueOrDefault("no") ?? title.GetValueOrDefault("en")
        : null;

    private sealed record SearchPage(IReadOnlyList<Hit>? Hits, PageInfo? Page);

    private sealed record PageInfo(int TotalPages);

    private sealed record Hit(string? Uri, Dictionary<string, string?>? Title, HitOrganization? Organization, HitMetadata? Metadata, bool IsOpenData);

    private sealed record HitOrganization(string? Id);

    private sealed record HitMetadata(bool Deleted);
}
