using System.Net;
using System.Text;
using Monitor.Stubs.Registries;

namespace Monitor.Functions.Tests.Flow;

/// <summary>Where every HTTP client of the product ends: the site, and the registries with the stub's samples.</summary>
internal sealed class FlowInternet(FlowSite site, Faults faults) : HttpMessageHandler
{
    private static readonly EmbeddedSamples Samples = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri url = request.RequestUri!;
        return url.Host == new Uri(FlowSite.Start).Host
            ? await site.FetchAsync(url)
            : await faults.AroundAsync($"registry {url.Host}", hasEffect: true, () => Task.FromResult(AskRegistry(url)));
    }

    private static HttpResponseMessage AskRegistry(Uri url)
    {
        string number = StubAgencies.Directorate.OrgNumber;
        string? body = url.Host switch
        {
            "data.brreg.no" => Samples.Find(StubRegistry.Enhetsregisteret, number),
            "sparql.fellesdatakatalog.digdir.no" =>
                Samples.Find(StubRegistry.Sparql, (url.Query.Contains("Dataset", StringComparison.Ordinal) ? "datasets." : "services.") + number),
            _ => null,
        };
        string type = url.Host.StartsWith("sparql", StringComparison.Ordinal) ? "application/sparql-results+json" : "application/json";
        return new HttpResponseMessage(body is null ? HttpStatusCode.NotFound : HttpStatusCode.OK)
        {
            Content = new StringContent(body ?? "{}", Encoding.UTF8, type),
        };
    }
}
