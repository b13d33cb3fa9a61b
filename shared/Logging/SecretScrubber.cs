using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Monitor.Shared.Logging;

/// <summary>
/// Takes secrets out of a text: the values of settings that hold one, and whatever has the form of one, wherever it came from.
/// The last line of defence: no code of ours writes a secret, but an exception of a library may.
/// </summary>
public sealed partial class SecretScrubber
{
    private const string Hidden = "(hidden)";

    // Shorter ones would take ordinary words out of texts.
    private const int ShortestValue = 6;

    private readonly string[] values;

    /// <summary>Reads which settings hold secrets, by their names.</summary>
    public SecretScrubber(IConfiguration configuration) => values =
    [
        .. configuration.AsEnumerable()
            .Where(s => s.Value is { Length: >= ShortestValue } && SecretName().IsMatch(s.Key.Split(':', '_')[^1]))
            .Select(s => s.Value!).Distinct().OrderByDescending(v => v.Length),
    ];

    /// <summary>The text without secrets; the same text when it holds none.</summary>
    public string Scrub(string text)
    {
        foreach (string value in values)
            text = text.Replace(value, Hidden, StringComparison.Ordinal);
        return Scheme().Replace(OwnKey().Replace(Pair().Replace(text, $"$1={Hidden}"), $"$1{Hidden}"), $"$1 {Hidden}");
    }

    [GeneratedRegex("password|secret|(key|token|connectionstring)$|^AzureWebJobsStorage$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    // In connection strings, shared access signatures and query strings.
    [GeneratedRegex("""\b(AccountKey|SharedAccessKey|SharedAccessSignature|sig|password|pwd|subscription-key|api-?key|client_secret|access_token)\s*=\s*(?!\(hidden\))[^;&\s"']+""", RegexOptions.IgnoreCase)]
    private static partial Regex Pair();

    // Access.KeyStore: the id tells which key, the rest is the secret.
    [GeneratedRegex("(mon_[A-Za-z0-9]{1,10}_)[A-Za-z0-9]{32}")]
    private static partial Regex OwnKey();

    // RFC 6750 and RFC 7617.
    [GeneratedRegex(@"\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,}", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
