using System.Globalization;
using System.Net;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Enhetsregisteret;

/// <summary>A body's own entry: <c>GET /enheter/{orgnr}</c>. Deleted is 410, or 200 with slettedato; 404 means nobody holds the number.</summary>
internal sealed class EnhetsregisteretClient(RegistryHttp http)
{
    /// <summary>Where evidence about a unit links to: the page for people.</summary>
    public static string PageOf(OrgNumber number) => $"https://virksomhet.brreg.no/nb/oppslag/enheter/{number}";

    /// <summary>Asks for the entry.</summary>
    public async Task<RegistryAnswer<RegisteredUnit>> FindAsync(OrgNumber number, CancellationToken cancellation) =>
        await http.GetAsync(EnhetsregisteretRegistry.Definition, $"/enheter/{number}", "application/json", cancellation) switch
        {
            RegistryReply.Answered { Status: HttpStatusCode.NotFound } => new RegistryAnswer<RegisteredUnit>.Absent(),
            RegistryReply.Answered { Status: HttpStatusCode.Gone } =>
                new RegistryAnswer<RegisteredUnit>.Found(new RegisteredUnit(number, RegistryStatus.Deleted)),
            var reply => RegistryAnswer<RegisteredUnit>.Of(reply, answered => Read(number, answered)),
        };

    private static RegistryAnswer<RegisteredUnit> Read(OrgNumber number, RegistryReply.Answered answered)
    {
        if (!answered.TryRead(out Enhet? unit, out string? why))
            return RegistryAnswer<RegisteredUnit>.Malformed(why);
        if (unit.OrgNumber != number.Value)
            return RegistryAnswer<RegisteredUnit>.Malformed("The answer is not about the number asked for.");
        bool deleted = !string.IsNullOrWhiteSpace(unit.Deleted);
        if (!deleted && (string.IsNullOrWhiteSpace(unit.Name) || string.IsNullOrWhiteSpace(unit.Form?.Code)))
            return RegistryAnswer<RegisteredUnit>.Malformed("The entry has no name or no organisation form.");

        return new RegistryAnswer<RegisteredUnit>.Found(new RegisteredUnit(
            number,
            deleted ? RegistryStatus.Deleted : RegistryStatus.Live,
            unit.Name?.Trim(),
            unit.Form?.Code,
            unit.Sector?.Code,
            unit.Parent,
            string.IsNullOrWhiteSpace(unit.Website) ? null : unit.Website.Trim(),
            DateOnly.TryParse(unit.Deleted, CultureInfo.InvariantCulture, out DateOnly date) ? date : null,
            Winding: unit.Bankrupt == true || unit.WindingUp == true || unit.ForcedWindingUp == true));
    }
}
