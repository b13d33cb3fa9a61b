using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Registries.Sparql;

/// <summary>The most exact answer to "what does this body have?": SPARQL 1.1 over the whole catalogue, answered as SPARQL JSON results.</summary>
internal sealed class SparqlClient(RegistryHttp http)
{
    private const string Accept = "application/sparql-results+json";

    /// <summary>A body's live datasets or services; absent when the catalogue knows none.</summary>
    public async Task<RegistryAnswer<IReadOnlyList<CatalogueEntry>>> FindAsync(CatalogueKind kind, OrgNumber number, CancellationToken cancellation)
    {
        string query = Uri.EscapeDataString(SparqlQueries.For(kind, number));
        RegistryReply reply = await http.GetAsync(SparqlRegistry.Definition, $"/?query={query}", Accept, cancellation);
        return RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Of(reply, answered => Read(kind, answered));
    }

    private static RegistryAnswer<IReadOnlyList<CatalogueEntry>> Read(CatalogueKind kind, RegistryReply.Answered answered)
    {
        if (!answered.TryRead(out SelectResult? result, out string? why))
            return RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Malformed(why);
        if (result.Results?.Bindings is not { } bindings)
            return RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Malformed("The answer is no result of a SELECT.");

        string variable = kind == CatalogueKind.Datasets ? "dataset" : "service";
        var entries = new Dictionary<string, CatalogueEntry>(StringComparer.Ordinal);
        foreach (Dictionary<string, Term?> binding in bindings)
        {
            // A row without its subject cannot be counted, and an answer with such rows is not the one asked for.
            if (binding.GetValueOrDefault(variable)?.Value is not { Length: > 0 } uri)
                return RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Malformed($"A row of the answer has no {variable}.");
            // One row for each language of the title; the first is enough.
            entries.TryAdd(uri, new CatalogueEntry(uri, binding.GetValueOrDefault("title")?.Value, binding.GetValueOrDefault("isOpenData")?.Value is "true" or "1"));
        }
        return entries.Count > 0
            ? new RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Found([.. entries.Values])
            : new RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Absent();
    }

    private sealed record SelectResult(SelectBindings? Results);

    private sealed record SelectBindings(IReadOnlyList<Dictionary<string, Term?>>? Bindings);

    private sealed record Term(string? Value);
}
