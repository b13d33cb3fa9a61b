using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Options;
using Monitor.Shared.Obligations;
using Monitor.Shared.Settings;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Monitor.Crawlers.Registries.Http;

/// <summary>The one way to ask a registry. What a registry may do is a value; only cancelling throws.</summary>
internal sealed class RegistryHttp(
    IHttpClientFactory clients, IOptionsMonitor<RegistryEndpointSettings> endpoints, IOptions<SiteSettings> site)
{
    private const int MaxRedirects = 3;
    private static readonly string Version = typeof(RegistryHttp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>The name of a registry's HTTP client.</summary>
    public static string ClientName(RegistryDefinition registry) => $"registry:{registry.Name}";

    /// <summary>Gets a path below the registry's base address.</summary>
    public async Task<RegistryReply> GetAsync(RegistryDefinition registry, string pathAndQuery, string accept, CancellationToken cancellation)
    {
        Uri address = Address(registry, pathAndQuery);
        RegistryReply reply = await SendAsync(registry, address, accept, null, cancellation);
        for (int hop = 0; reply is RegistryReply.Redirected redirected; hop++)
        {
            if (hop == MaxRedirects || Uri.Compare(redirected.To, address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0)
                return new RegistryReply.Failed(ObligationReasons.Refused, "The registry redirects elsewhere.");
            reply = await SendAsync(registry, redirected.To, accept, null, cancellation);
        }
        return reply;
    }

    /// <summary>Posts JSON to a path below the registry's base address.</summary>
    public async Task<RegistryReply> PostJsonAsync(RegistryDefinition registry, string path, string json, string accept, CancellationToken cancellation)
    {
        RegistryReply reply = await SendAsync(registry, Address(registry, path), accept, json, cancellation);
        return reply is RegistryReply.Redirected ? new RegistryReply.Failed(ObligationReasons.Refused, "The registry redirects elsewhere.") : reply;
    }

    private Uri Address(RegistryDefinition registry, string pathAndQuery) => new(endpoints.Get(registry.Name).BaseAddress.TrimEnd('/') + pathAndQuery);

    private async Task<RegistryReply> SendAsync(RegistryDefinition registry, Uri address, string accept, string? json, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(json is null ? HttpMethod.Get : HttpMethod.Post, address);
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Monitor", Version));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue($"(+{site.Value.PublicAddress})"));
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");

        try
        {
            using HttpClient client = clients.CreateClient(ClientName(registry));
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return await ReadAsync(request, response, address, cancellation);
        }
        catch (RateLimiterRejectedException)
        {
            return new RegistryReply.Failed(ObligationReasons.Throttled, "Our own rate limit for the registry is used up.");
        }
        catch (Exception e) when (e is TimeoutRejectedException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new RegistryReply.Failed(ObligationReasons.Timeout, "The registry did not answer in time.");
        }
        catch (InvalidDataException)
        {
            return new RegistryReply.Failed(ObligationReasons.Malformed, "The answer cannot be decompressed.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new RegistryReply.Failed(ObligationReasons.RegistryDown, $"The exchange failed ({Describe(e)}).");
        }
    }

    private static async Task<RegistryReply> ReadAsync(HttpRequestMessage request, HttpResponseMessage response, Uri asked, CancellationToken cancellation)
    {
        int status = (int)response.StatusCode;
        if (request.Options.TryGetValue(BoundedBodyHandler.TooLarge, out bool tooLarge) && tooLarge)
            return new RegistryReply.Failed(ObligationReasons.Malformed, $"The answer is larger than {BoundedBodyHandler.MaxBytes} bytes.");
        if (status is >= 200 and < 300 || response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            return new RegistryReply.Answered(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync(cancellation));
        if (status is >= 300 and < 400 && response.Headers.Location is { } location)
            return new RegistryReply.Redirected(new Uri(asked, location));
        string reason = status switch
        {
            429 => ObligationReasons.Throttled,
            408 => ObligationReasons.Timeout,
            >= 500 => ObligationReasons.RegistryDown,
            _ => ObligationReasons.Refused,
        };
        return new RegistryReply.Failed(reason, $"The registry answered HTTP {status}.");
    }

    private static string Describe(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: var error } => error.ToString(),
        HttpIOException { HttpRequestError: var error } => error.ToString(),
        _ => exception.GetType().Name,
    };
}
