using System.Net;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Registries.OrganizationCatalog;

/// <summary>
/// A body's place among the others: <c>GET /organizations/{orgnr}</c>. The path moves whenever a ministry's tasks do, so it is asked for each time and never stored.
/// </summary>
internal sealed class OrganizationCatalogClient(RegistryHttp http)
{
    /// <summary>Asks for the full path from the root, e.g. <c>/STAT/932384469/991825827</c>.</summary>
    public async Task<RegistryAnswer<string>> FindOrgPathAsync(OrgNumber number, CancellationToken cancellation) =>
        await http.GetAsync(OrganizationCatalogRegistry.Definition, $"/organizations/{number}", "application/json", cancellation) switch
        {
            RegistryReply.Answered { Status: HttpStatusCode.NotFound } => new RegistryAnswer<string>.Absent(),
            var reply => RegistryAnswer<string>.Of(reply, answered => Read(number, answered)),
        };

    private static RegistryAnswer<string> Read(OrgNumber number, RegistryReply.Answered answered)
    {
        if (!answered.TryRead(out Organization? organization, out string? why))
            return RegistryAnswer<string>.Malformed(why);
        if (organization.OrganizationId != number.Value)
            return RegistryAnswer<string>.Malformed("The answer is not about the number asked for.");
        return organization.OrgPath is { } path && path.StartsWith('/') && path.EndsWith($"/{number}", StringComparison.Ordinal)
            ? new RegistryAnswer<string>.Found(path)
            : RegistryAnswer<string>.Malformed("The answer has no path that leads to the body.");
    }

    private sealed record Organization(string? OrganizationId, string? OrgPath);
}
