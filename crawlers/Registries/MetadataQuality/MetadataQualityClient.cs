using System.Text.Json;
using System.Text.Json.Serialization;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.MetadataQuality;

/// <summary><c>POST /api/scores</c> with the IRIs of datasets. One that is no IRI fails the whole request, so those are left out.</summary>
internal sealed class MetadataQualityClient(RegistryHttp http)
{
    /// <summary>The score of some datasets together; absent when none of them is known.</summary>
    public async Task<RegistryAnswer<QualityScore>> FindAsync(IEnumerable<string> datasets, CancellationToken cancellation)
    {
        string[] asked = [.. datasets.Where(d => Uri.TryCreate(d, UriKind.Absolute, out _)).Distinct()];
        if (asked.Length == 0)
            return new RegistryAnswer<QualityScore>.Absent();
        string body = JsonSerializer.Serialize(new { datasets = asked });
        return RegistryAnswer<QualityScore>.Of(
            await http.PostJsonAsync(MetadataQualityRegistry.Definition, "/api/scores", body, "application/json", cancellation), Read);
    }

    private static RegistryAnswer<QualityScore> Read(RegistryReply.Answered answered)
    {
        if (!answered.TryRead(out ScoreList? list, out string? why))
            return RegistryAnswer<QualityScore>.Malformed(why);
        if (list.Scores is null)
            return RegistryAnswer<QualityScore>.Malformed("The answer has no scores.");
        if (list.Scores.Count == 0)
            return new RegistryAnswer<QualityScore>.Absent();

        Metric[] metrics = [.. list.Scores.Values.SelectMany(s => s.Dataset?.Dimensions ?? []).SelectMany(d => d.Metrics ?? [])];
        // What was not measured says nothing of the dataset.
        Metric[] scored = [.. metrics.Where(m => m.IsScored)];
        return new RegistryAnswer<QualityScore>.Found(
            new QualityScore(list.Scores.Count, scored.Sum(m => m.Score), scored.Sum(m => m.MaxScore), metrics.Length - scored.Length));
    }

    private sealed record ScoreList(Dictionary<string, DatasetScore>? Scores);

    private sealed record DatasetScore(ScoredResource? Dataset);

    private sealed record ScoredResource(IReadOnlyList<Dimension>? Dimensions);

    private sealed record Dimension(IReadOnlyList<Metric>? Metrics);

    private sealed record Metric(
        double Score, [property: JsonPropertyName("max_score")] double MaxScore, [property: JsonPropertyName("is_scored")] bool IsScored);
}

/// <summary>How well some datasets are described, by the metrics that were measured.</summary>
/// <param name="Datasets">How many of them are known.</param>
/// <param name="Points">Points they got.</param>
/// <param name="Most">Points they could have got by the metrics measured.</param>
/// <param name="Unmeasured">Metrics that were not measured, and count for nothing.</param>
internal sealed record QualityScore(int Datasets, double Points, double Most, int Unmeasured);
