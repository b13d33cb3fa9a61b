using System.Text.RegularExpressions;

namespace Monitor.Crawlers.Registries.Statements;

/// <summary>A link to a published statement: only its language and uuid are taken from it, never its address.</summary>
/// <param name="Language">nb, nn or en.</param>
/// <param name="Id">The statement's uuid, lower-cased; the same in every language.</param>
internal sealed partial record StatementLink(string Language, string Id)
{
    /// <summary>Where people see it.</summary>
    public string Address => $"https://uustatus.no{Path}";

    /// <summary>The path below the base address.</summary>
    public string Path => $"/{Language}/erklaringer/publisert/{Id}";

    /// <summary>Reads a link; null when it leads to no published statement.</summary>
    public static StatementLink? Of(string address) =>
        Published().Match(address) is { Success: true } match ? new StatementLink(match.Groups["language"].Value, match.Groups["id"].Value.ToLowerInvariant()) : null;

    [GeneratedRegex("^https?://(www\\.)?uustatus\\.no/(?<language>nb|nn|en)/erklaringer/publisert/(?<id>[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})/?([?#].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Published();
}
