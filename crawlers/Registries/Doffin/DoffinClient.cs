using Microsoft.Extensions.Options;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Doffin;

/// <summary>
/// <c>GET /public/v2/search</c>. It has no filter on the buyer, so hits are kept only where a buyer has the number itself.
/// </summary>
internal sealed class DoffinClient(RegistryHttp http, IOptions<DoffinSettings> settings)
{
    /// <summary>The newest notices of a body; absent when the first hundred hits on its number hold none.</summary>
    public async Task<RegistryAnswer<IReadOnlyList<Notice>>> FindAsync(OrgNumber number, CancellationToken cancellation)
    {
        if (settings.Value.SubscriptionKey is not { Length: > 0 } key)
            return new RegistryAnswer<IReadOnlyList<Notice>>.NotDetermined(ObligationReasons.NoKey, "");
        RegistryReply reply = await http.AskAsync(
            DoffinRegistry.Definition,
            new RegistryRequest($"/public/v2/search?searchString={number}&sortBy=PUBLICATION_DATE_DESC&numHitsPerPage=100&page=1") { Key = ("Ocp-Apim-Subscription-Key", key) },
            cancellation);
        return RegistryAnswer<IReadOnlyList<Notice>>.Of(reply, answered => Read(number, answered));
    }

    private static RegistryAnswer<IReadOnlyList<Notice>> Read(OrgNumber number, RegistryReply.Answered answered)
    {
        if (!answered.TryRead(out SearchResult? result, out string? why))
            return RegistryAnswer<IReadOnlyList<Notice>>.Malformed(why);
        if (result.Hits is null)
            return RegistryAnswer<IReadOnlyList<Notice>>.Malformed("The answer has no hits.");
        Notice[] notices = [.. result.Hits
            .Where(h => h.Id is not null && h.Buyer?.Any(b => OrgNumber.TryParse(b.OrganizationId, out OrgNumber buyer) && buyer == number) == true)
            .Select(h => new Notice(h.Id!, h.Heading, h.PublicationDate))];
        return notices.Length > 0 ? new RegistryAnswer<IReadOnlyList<Notice>>.Found(notices) : new RegistryAnswer<IReadOnlyList<Notice>>.Absent();
    }

    private sealed record SearchResult(IReadOnlyList<Hit>? Hits);

    private sealed record Hit(string? Id, IReadOnlyList<Buyer>? Buyer, string? Heading, string? PublicationDate);

    private sealed record Buyer(string? OrganizationId);
}

/// <summary>One notice.</summary>
/// <param name="Id">Doffin's id, e.g. <c>2026-105123</c>.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Published">The day of publication, as Doffin writes it.</param>
internal sealed record Notice(string Id, string? Heading, string? Published);
