using System.Text.RegularExpressions;
using DnsClient.Protocol;
using Microsoft.Extensions.Options;
using Monitor.Crawlers.Registries.Dns;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Registries.Peppol;

/// <summary>Finds a participant's provider (SMP): a NAPTR record with flag U and service Meta:SMP. No such name: not registered.</summary>
internal sealed partial class ProviderLookup(DnsLookup dns, IOptions<PeppolSettings> settings)
{
    /// <summary>The provider's address without a slash at its end.</summary>
    public async Task<RegistryAnswer<string>> FindAsync(OrgNumber number, CancellationToken cancellation) =>
        await dns.FindNaptrAsync(PeppolIds.HostOf(PeppolIds.ValueOf(number), settings.Value.SmlZone), cancellation) switch
        {
            RegistryAnswer<IReadOnlyList<NAPtrRecord>>.Found { Value: var records } => Read(records),
            RegistryAnswer<IReadOnlyList<NAPtrRecord>>.NotDetermined failure => new RegistryAnswer<string>.NotDetermined(failure.Reason, failure.Detail),
            _ => new RegistryAnswer<string>.Absent(),
        };

    private static RegistryAnswer<string> Read(IReadOnlyList<NAPtrRecord> records)
    {
        string? address = records
            .Where(r => r.Flags.Equals("U", StringComparison.OrdinalIgnoreCase) && r.Services.Equals("Meta:SMP", StringComparison.OrdinalIgnoreCase))
            .OrderBy(r => r.Order).ThenBy(r => r.Preference)
            .Select(r => Substitution().Match(r.RegularExpression) is { Success: true } match ? match.Groups["address"].Value : null)
            .FirstOrDefault(a => a is not null);
        return address is not null
            ? new RegistryAnswer<string>.Found(address.TrimEnd('/'))
            : RegistryAnswer<string>.Malformed("The participant's name has no record that names a provider.");
    }

    /// <summary><c>!.*!https://smp.example/!</c> or <c>!^.*$!…!</c>: whatever was asked for becomes the address (RFC 3402 section 3.2).</summary>
    [GeneratedRegex(@"^!\^?\.\*\$?!(?<address>https?://[^!\\]+)!i?$", RegexOptions.CultureInvariant)]
    private static partial Regex Substitution();
}
