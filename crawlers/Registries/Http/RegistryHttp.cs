using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Options;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Obligations;
using Monitor.Shared.Settings;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Monitor.Crawlers.Registries.Http;

/// <summary>The one way to ask a registry. What a registry may do is a value; only cancelling throws.</summary>
internal sealed class RegistryHttp(
    IHttpClientFactory clients, IOptionsMonitor<RegistryEndpointSettings> endpoints, IOptions<SiteSettings> site, OutboundGuard guard, RegistryMemory memory)
{
    private const int MaxRedirects = 3;
    private static readonly string Version = typeof(RegistryHttp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>The name of a registry's HTTP client.</summary>
    public static string ClientName(RegistryDefinition registry) => $"registry:{registry.Name}";

    /// <summary>Gets a path below the registry's base address.</summary>
    public Task<RegistryReply> GetAsync(RegistryDefinition registry, string pathAndQuery, string accept, CancellationToken cancellation) =>
        AskAsync(registry, new RegistryRequest(pathAndQuery) { Accept = accept }, cancellation);

    /// <summary>Posts JSON to a path below the registry's base address.</summary>
    public Task<RegistryReply> PostJsonAsync(RegistryDefinition registry, string path, string json, string accept, CancellationToken cancellation) =>
        AskAsync(registry, new RegistryRequest(path) { Accept = accept, Json = json }, cancellation);

    /// <summary>Asks, or takes an answer again that still lasts.</summary>
    public Task<RegistryReply> AskAsync(RegistryDefinition registry, RegistryRequest request, CancellationToken cancellation)
    {
        Uri? address = Address(registry, request.Target);
        if (address is null)
            return Task.FromResult<RegistryReply>(new RegistryReply.Failed(ObligationReasons.Refused, "The address is not one that may be asked."));
        return registry.AnswersLast > TimeSpan.Zero
            ? memory.GetAsync(
                $"{registry.Name} {request.Accept} {address.AbsoluteUri} {request.Json}", registry.AnswersLast,
                abandoned => ExchangeAsync(registry, address, request, abandoned), cancellation)
            : ExchangeAsync(registry, address, request, cancellation);
    }

    private Uri? Address(RegistryDefinition registry, string target)
    {
        if (registry.ProductionAddress is not null)
            return new Uri(endpoints.Get(registry.Name).BaseAddress.TrimEnd('/') + target);
        return Uri.TryCreate(target, UriKind.Absolute, out Uri? address) && guard.TryAccept(address, out _) ? address : null;
    }

    private async Task<RegistryReply> ExchangeAsync(RegistryDefinition registry, Uri address, RegistryRequest asked, CancellationToken cancellation)
    {
        RegistryReply reply = await SendAsync(registry, address, asked, cancellation);
        for (int hop = 0; reply is RegistryReply.Redirected redirected; hop++)
        {
            bool elsewhere = Uri.Compare(redirected.To, address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0;
            if (hop == MaxRedirects || elsewhere || asked.Json is not null)
                return new RegistryReply.Failed(ObligationReasons.Refused, "The registry redirects elsewhere.");
            reply = await SendAsync(registry, redirected.To, asked, cancellation);
        }
        return reply;
    }

    private async Task<RegistryReply> SendAsync(RegistryDefinition registry, Uri address, RegistryRequest asked, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(asked.Json is null ? HttpMethod.Get : HttpMethod.Post, address);
        if (asked.Accept is not null)
            request.Headers.Accept.ParseAdd(asked.Accept);
        if (asked.Key is { } key)
            request.Headers.TryAddWithoutValidation(key.Name, key.Value);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Monitor", Version));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue($"(+{site.Value.PublicAddress})"));
        if (asked.Json is not null)
            request.Content = new StringContent(asked.Json, Encoding.UTF8, "application/json");

        try
        {
            using HttpClient client = clients.CreateClient(ClientName(registry));
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return await ReadAsync(request, response, address, cancellation);
        }
        catch (BrokenCircuitException)
        {
            return new RegistryReply.Failed(ObligationReasons.RegistryDown, "Not asked, since it failed several times in a row.");
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
