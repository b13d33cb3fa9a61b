using System.Text.Json.Serialization;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.Peppol;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Registries.PeppolDirectory;

/// <summary><c>GET /search/1.0/json?participant=…</c>. Contacts are not read.</summary>
internal sealed class PeppolDirectoryClient(RegistryHttp http)
{
    /// <summary>The whole document identifiers that the directory lists for a body; absent when it lists no such body.</summary>
    public async Task<RegistryAnswer<IReadOnlySet<string>>> FindAsync(OrgNumber number, CancellationToken cancellation)
    {
        string participant = Uri.EscapeDataString($"{PeppolIds.ParticipantScheme}::{PeppolIds.ValueOf(number)}");
        RegistryReply reply = await http.GetAsync(
            PeppolDirectoryRegistry.Definition, $"/search/1.0/json?participant={participant}", "application/json", cancellation);
        return RegistryAnswer<IReadOnlySet<string>>.Of(reply, answered => Read(number, answered));
    }

    private static RegistryAnswer<IReadOnlySet<string>> Read(OrgNumber number, RegistryReply.Answered answered)
    {
        if (!answered.TryRead(out SearchResult? result, out string? why))
            return RegistryAnswer<IReadOnlySet<string>>.Malformed(why);
        if (result.Matches is null)
            return RegistryAnswer<IReadOnlySet<string>>.Malformed("The answer has no matches.");
        HashSet<string> documents = [.. result.Matches
            .Where(m => m.Participant?.Scheme == PeppolIds.ParticipantScheme && m.Participant.Value == PeppolIds.ValueOf(number))
            .SelectMany(m => m.Documents ?? [])
            .Select(d => $"{d.Scheme}::{d.Value}")];
        return documents.Count > 0 ? new RegistryAnswer<IReadOnlySet<string>>.Found(documents) : new RegistryAnswer<IReadOnlySet<string>>.Absent();
    }

    private sealed record SearchResult(IReadOnlyList<Match>? Matches);

    private sealed record Match(
        [property: JsonPropertyName("participantID")] Identifier? Participant,
        [property: JsonPropertyName("docTypes")] IReadOnlyList<Identifier>? Documents);

    private sealed record Identifier(string? Scheme, string? Value);
}
