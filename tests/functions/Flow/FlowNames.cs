using System.Net;
using Monitor.Crawlers.Web.Outbound;

namespace Monitor.Functions.Tests.Flow;

/// <summary>A name service that gives every host but one the same public address (TEST-NET is none, so one of example.com's).</summary>
internal sealed class FlowNames(Faults faults) : INameResolver
{
    public const string Nowhere = "dns.invalid";

    private static readonly IReadOnlyList<IPAddress> Addresses = [IPAddress.Parse("93.184.216.34")];

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellation) =>
        faults.AroundAsync("dns resolve", hasEffect: false, () => Task.FromResult(host == Nowhere ? [] : Addresses));
}
