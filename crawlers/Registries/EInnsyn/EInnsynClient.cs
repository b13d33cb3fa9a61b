using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Registries.EInnsyn;

/// <summary>A body's unit (<c>GET /enhet?orgnummer=</c>) and its newest journal entry with full text (<c>GET /search</c>), units beneath it included.</summary>
internal sealed class EInnsynClient(RegistryHttp http, IOptions<EInnsynSettings> settings)
{
    /// <summary>The id of the body's unit; absent when eInnsyn has none.</summary>
    public async Task<RegistryAnswer<string>> FindUnitAsync(OrgNumber number, CancellationToken cancellation) =>
        await AskAsync($"/enhet?orgnummer={number}", cancellation) switch
        {
            RegistryReply.Answered { Status: HttpStatusCode.NotFound } => new RegistryAnswer<string>.Absent(),
            var reply => RegistryAnswer<string>.Of(reply, answered => Read<string>(answered, items =>
                items.FirstOrDefault(i => i.OrgNumber == number.Value && !i.Deleted && i.Id is { Length: > 0 }) is { Id: { } id }
                    ? new RegistryAnswer<string>.Found(id)
                    : new RegistryAnswer<string>.Absent())),
        };

    /// <summary>When the newest journal entry with full text was published; absent when there is none from that day on.</summary>
    public async Task<RegistryAnswer<DateTimeOffset>> FindNewestAsync(string unit, DateOnly from, CancellationToken cancellation)
    {
        string query = "/search?administrativEnhet=" + Uri.EscapeDataString(unit)
            + "&entity=Journalpost&fulltext=true&sortBy=publisertDato&sortOrder=desc&limit=1&publisertDatoFrom=" + from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return RegistryAnswer<DateTimeOffset>.Of(await AskAsync(query, cancellation), answered => Read(answered, items => Newest(items, from)));
    }

    private static RegistryAnswer<DateTimeOffset> Newest(IReadOnlyList<Item> items, DateOnly from)
    {
        if (items is not [var first, ..])
            return new RegistryAnswer<DateTimeOffset>.Absent();
        // A server that does not know the filters answers with anything: only what fits them is proof.
        if (first is not { Entity: "Journalpost", Published: { } published })
            return RegistryAnswer<DateTimeOffset>.Malformed("The hit is no journal entry with a day of publication.");
        return DateOnly.FromDateTime(published.UtcDateTime) >= from.AddDays(-1)
            ? new RegistryAnswer<DateTimeOffset>.Found(published)
            : RegistryAnswer<DateTimeOffset>.Malformed("The hit is older than was asked for.");
    }

    private Task<RegistryReply> AskAsync(string target, CancellationToken cancellation) =>
        http.AskAsync(
            EInnsynRegistry.Definition,
            new RegistryRequest(target) { Key = settings.Value.ApiKey is { Length: > 0 } key ? ("API-KEY", key) : null },
            cancellation);

    private static RegistryAnswer<T> Read<T>(RegistryReply.Answered answered, Func<IReadOnlyList<Item>, RegistryAnswer<T>> read)
    {
        if (!answered.TryRead(out ItemList? list, out string? why))
            return RegistryAnswer<T>.Malformed(why);
        return list.Items is { } items ? read(items) : RegistryAnswer<T>.Malformed("The answer has no items.");
    }

    private sealed record ItemList(IReadOnlyList<Item>? Items);

    private sealed record Item(
        string? Entity,
        string? Id,
        [property: System.Text.Json.Serialization.JsonPropertyName("orgnummer")] string? OrgNumber,
        bool Deleted,
        [property: System.Text.Json.Serialization.JsonPropertyName("publisertDato")] DateTimeOffset? Published);
}
