using System.Net;
using DnsClient;
using DnsClient.Protocol;
using Microsoft.Extensions.Options;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.Peppol;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Dns;

/// <summary>
/// Asks the DNS and tells a name that does not exist (NXDOMAIN, RFC 8020) from a server that could not tell. No answer is kept: each is an observation.
/// </summary>
internal sealed class DnsLookup(IOptions<PeppolSettings> settings, IOptions<RegistrySettings> registries, INameResolver resolver)
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The NAPTR records (RFC 3403) of a name; absent when there is no such name.</summary>
    public Task<RegistryAnswer<IReadOnlyList<NAPtrRecord>>> FindNaptrAsync(string name, CancellationToken cancellation) =>
        AskAsync<IReadOnlyList<NAPtrRecord>>(name, QueryType.NAPTR, answer => [.. answer.Answers.OfType<NAPtrRecord>()], cancellation);

    /// <summary>Whether a host's name exists; absent when there is no such name.</summary>
    public Task<RegistryAnswer<bool>> ExistsAsync(string name, CancellationToken cancellation) =>
        AskAsync(name, QueryType.A, _ => true, cancellation);

    private async Task<RegistryAnswer<T>> AskAsync<T>(string name, QueryType type, Func<IDnsQueryResponse, T> read, CancellationToken cancellation)
    {
        try
        {
            if (await ClientAsync(cancellation) is not { } client)
                return new RegistryAnswer<T>.NotDetermined(ObligationReasons.RegistryDown, "The DNS server configured has no address.");
            // A trailing dot, so that no search domain is appended.
            IDnsQueryResponse answer = await client.QueryAsync(name.TrimEnd('.') + ".", type, cancellationToken: cancellation);
            return answer.Header.ResponseCode switch
            {
                DnsHeaderResponseCode.NoError => new RegistryAnswer<T>.Found(read(answer)),
                DnsHeaderResponseCode.NotExistentDomain => new RegistryAnswer<T>.Absent(),
                var code => new RegistryAnswer<T>.NotDetermined(ObligationReasons.RegistryDown, $"The DNS answered {code}."),
            };
        }
        catch (Exception e) when (e is DnsResponseException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            bool late = e is OperationCanceledException or DnsResponseException { Code: DnsResponseCode.ConnectionTimeout };
            return new RegistryAnswer<T>.NotDetermined(
                late ? ObligationReasons.Timeout : ObligationReasons.RegistryDown, late ? "The DNS did not answer in time." : "The DNS could not be asked.");
        }
    }

    private async Task<LookupClient?> ClientAsync(CancellationToken cancellation)
    {
        if (settings.Value.DnsServer is not { Length: > 0 } server)
            return new LookupClient(With(new LookupClientOptions()));
        int colon = server.LastIndexOf(':');
        string host = server[..colon].Trim('[', ']');
        IReadOnlyList<IPAddress> addresses = IPAddress.TryParse(host, out IPAddress? address) ? [address] : await resolver.ResolveAsync(host, cancellation);
        return addresses.Count == 0 || !int.TryParse(server[(colon + 1)..], out int port) || port > IPEndPoint.MaxPort
            ? null
            : new LookupClient(With(new LookupClientOptions([.. addresses.Select(a => new IPEndPoint(a, port))])));
    }

    private LookupClientOptions With(LookupClientOptions options)
    {
        options.UseCache = false;
        options.ThrowDnsErrors = false;
        options.Retries = registries.Value.Retries;
        options.Timeout = TimeSpan.FromSeconds(Math.Min(LongestTimeout.TotalSeconds, registries.Value.TimeoutSeconds));
        return options;
    }
}
