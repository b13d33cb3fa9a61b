using System.Text.Json;
using Monitor.Shared.Domain;

namespace Monitor.Shared.Obligations;

/// <summary>Evidence as a row keeps it: JSON, shortened so that whatever a registry sends fits in a column.</summary>
public static class EvidenceList
{
    private const int FactCharacters = 500;
    private const int UrlCharacters = 1000;
    private const int TotalCharacters = 30 * 1000;

    /// <summary>The evidence of a row; empty when it has none.</summary>
    public static IReadOnlyList<Evidence> Read(string? json) =>
        string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize<Evidence[]>(json, MonitorJson.Options) ?? [];

    /// <summary>Writes what fits, first facts first. A URL that is too long or no web address is left out.</summary>
    public static string Write(IReadOnlyList<Evidence> evidence)
    {
        var kept = new List<string>();
        int length = 2;
        foreach (Evidence item in evidence)
        {
            string json = JsonSerializer.Serialize(Shorten(item), MonitorJson.Options);
            length += json.Length + 1;
            if (length > TotalCharacters)
                break;
            kept.Add(json);
        }
        return $"[{string.Join(',', kept)}]";
    }

    private static Evidence Shorten(Evidence item) => item with
    {
        Fact = Shorten(item.Fact),
        Texts = item.Texts is { } texts ? new LocalizedText(Shorten(texts.Nb), Shorten(texts.Nn), Shorten(texts.En)) : null,
        Url = IsWebAddress(item.Url) ? item.Url : null,
    };

    private static string Shorten(string fact) => fact.Length <= FactCharacters ? fact : fact[..(FactCharacters - 1)] + "…";

    private static bool IsWebAddress(string? url) =>
        url is { Length: <= UrlCharacters } && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
}
