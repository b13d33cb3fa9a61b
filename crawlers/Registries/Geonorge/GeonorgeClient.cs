using System.Globalization;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.Geonorge;

/// <summary>
/// <c>GET /api/search</c>. Facets match letter by letter, so the spelling of a body's name and of the initiative are taken from the facets themselves.
/// </summary>
internal sealed class GeonorgeClient(RegistryHttp http)
{
    private const string Inspire = "inspire";

    /// <summary>A body's datasets under INSPIRE; absent when its name is none of Geonorge's, or has none.</summary>
    /// <param name="registeredName">The name in Enhetsregisteret; case is of no matter.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<RegistryAnswer<InspireDatasets>> FindAsync(string registeredName, CancellationToken cancellation)
    {
        RegistryAnswer<Answer> facets = await AskAsync("/api/search?limit=1&offset=1" + Facet(0, "type", "dataset"), cancellation);
        if (facets is not RegistryAnswer<Answer>.Found { Value: var known })
            return Failed(facets);
        if (Spelling(known, "organization", registeredName) is not { } name || Spelling(known, "nationalinitiative", Inspire) is not { } initiative)
            return new RegistryAnswer<InspireDatasets>.Absent();

        RegistryAnswer<Answer> found = await AskAsync(
            "/api/search?limit=10&offset=1" + Facet(0, "organization", name) + Facet(1, "type", "dataset") + Facet(2, "nationalinitiative", initiative), cancellation);
        if (found is not RegistryAnswer<Answer>.Found { Value: var answer })
            return Failed(found);
        string[] titles = [.. answer.Results!.Where(r => r.Organization == name && r.Type == "dataset").Select(r => r.Title).OfType<string>()];
        return titles.Length > 0
            ? new RegistryAnswer<InspireDatasets>.Found(new InspireDatasets(name, answer.NumFound, titles))
            : new RegistryAnswer<InspireDatasets>.Absent();
    }

    private async Task<RegistryAnswer<Answer>> AskAsync(string target, CancellationToken cancellation) =>
        RegistryAnswer<Answer>.Of(await http.GetAsync(GeonorgeRegistry.Definition, target, "application/json", cancellation), Read);

    private static RegistryAnswer<Answer> Read(RegistryReply.Answered answered)
    {
        if (!answered.TryRead(out Answer? answer, out string? why))
            return RegistryAnswer<Answer>.Malformed(why);
        return answer is { Results: not null, Facets: not null }
            ? new RegistryAnswer<Answer>.Found(answer)
            : RegistryAnswer<Answer>.Malformed("The answer has no results or no facets.");
    }

    private static RegistryAnswer<InspireDatasets> Failed(RegistryAnswer<Answer> answer) => answer is RegistryAnswer<Answer>.NotDetermined failure
        ? new RegistryAnswer<InspireDatasets>.NotDetermined(failure.Reason, failure.Detail)
        : new RegistryAnswer<InspireDatasets>.Absent();

    private static string? Spelling(Answer answer, string facet, string value) => answer.Facets!
        .Where(f => f.FacetField == facet)
        .SelectMany(f => f.FacetResults ?? [])
        .Select(r => r.Name)
        .FirstOrDefault(n => string.Equals(n?.Trim(), value.Trim(), StringComparison.OrdinalIgnoreCase));

    private static string Facet(int index, string name, string value) =>
        string.Create(CultureInfo.InvariantCulture, $"&facets[{index}]name={name}&facets[{index}]value={Uri.EscapeDataString(value)}");

    private sealed record Answer(int NumFound, IReadOnlyList<Result>? Results, IReadOnlyList<FacetList>? Facets);

    private sealed record Result(string? Title, string? Type, string? Organization);

    private sealed record FacetList(string? FacetField, IReadOnlyList<FacetValue>? FacetResults);

    private sealed record FacetValue(string? Name);
}

/// <summary>A body's datasets under INSPIRE.</summary>
/// <param name="Organization">The name as Geonorge spells it.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Titles">Titles of some.</param>
internal sealed record InspireDatasets(string Organization, int Count, IReadOnlyList<string> Titles);
