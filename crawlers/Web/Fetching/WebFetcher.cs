using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Fetching;

/// <summary>Fetches one URL with GET: every hop through the guard, nothing without a limit, no cookie kept, broken certificates refused.</summary>
public sealed class WebFetcher(IHttpClientFactory clients, OutboundGuard guard, BotIdentity identity, IOptions<FetchSettings> settings, TimeProvider clock)
{
    // With any other status a firewall's page is not told from the site's own, which says enough.
    private static readonly int[] StatusesOfChallenges = [401, 403, 405, 406, 429, 501, 503];

    private readonly BodyReader bodies = new(settings.Value, clock);

    /// <summary>Fetches; never throws for what a site does.</summary>
    /// <param name="url">An absolute URL.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="cancellation">Cancels; the only exception.</param>
    public async Task<FetchResult> FetchAsync(string url, FetchOptions options, CancellationToken cancellation)
    {
        long started = clock.GetTimestamp();
        List<FetchHop> hops = [];
        HashSet<string> seen = [];
        string current = url;
        while (true)
        {
            FetchResult result = await OnceAsync(current, options, cancellation) with { Url = url, FinalUrl = current };
            if (result.RedirectTo is not null && options.MaxRedirects > 0)
            {
                hops.Add(new FetchHop(current, result.HttpStatus!.Value));
                seen.Add(current);
                if (hops.Count <= options.MaxRedirects && !seen.Contains(result.RedirectTo))
                {
                    current = result.RedirectTo;
                    continue;
                }
                result = result with { Reason = PageReasons.Redirects, RedirectTo = null };
            }
            return result with { Hops = hops, Duration = clock.GetElapsedTime(started) };
        }
    }

    private async Task<FetchResult> OnceAsync(string url, FetchOptions options, CancellationToken cancellation)
    {
        var failed = new FetchResult { Url = url, FinalUrl = url };
        if (!LinkResolver.TryResolve(url, null, out Uri? uri) || !guard.TryAccept(uri, out _))
            return failed with { Reason = PageReasons.AddressNotAllowed };

        using var total = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Value.TotalSeconds), clock);
        using var headers = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Value.HeadersSeconds), clock);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(total.Token, cancellation);
        using var first = CancellationTokenSource.CreateLinkedTokenSource(headers.Token, whole.Token);
        try
        {
            using HttpClient client = clients.CreateClient(GuardedHandler.ClientName);
            using HttpRequestMessage request = Request(uri, options);
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, first.Token);
            return await ReadAsync(failed, uri, response, options, whole.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return failed with { Reason = PageReasons.Timeout };
        }
        catch (HttpRequestException e)
        {
            return failed with { Reason = ReasonOf(e) };
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException)
        {
            // Broken off in the middle, or not what its encoding says.
            return failed with { Reason = PageReasons.Connection };
        }
    }

    private HttpRequestMessage Request(Uri uri, FetchOptions options)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.TryAddWithoutValidation("User-Agent", identity.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", options.Accept);
        request.Headers.TryAddWithoutValidation("Accept-Language", "nb-NO,nb;q=0.9,nn;q=0.8,no;q=0.7,en;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", BodyReader.AcceptEncoding);
        return request;
    }

    private async Task<FetchResult> ReadAsync(FetchResult result, Uri uri, HttpResponseMessage response, FetchOptions options, CancellationToken cancellation)
    {
        int status = (int)response.StatusCode;
        TimeSpan? wait = RetryAfter.Read(Header(response.Headers, "Retry-After"), clock.GetUtcNow());
        result = result with
        {
            HttpStatus = status,
            ContentType = Header(response.Content.Headers, "Content-Type"),
            LastModified = Header(response.Content.Headers, "Last-Modified"),
            RetryAfter = wait,
            Reason = HttpReasons.Of(status, wait is not null),
        };
        if (status is 301 or 302 or 303 or 307 or 308)
            return Redirect(result, uri, response);
        if (ChallengePage.IsAnnounced(name => Header(response.Headers, name)))
            return result with { Reason = PageReasons.Challenged };
        if (status is < 200 or >= 300)
            return result with { Reason = await ReasonAsync(result, response, cancellation) };

        BodyResult body = await BodyAsync(response, options.MaxBytes ?? settings.Value.MaxBytes, options.Truncate, cancellation);
        result = result with { Body = body.Bytes, Truncated = body.Truncated, Reason = body.Reason };
        return result.IsHtml && IsChallenge(body.Bytes) ? result with { Reason = PageReasons.Challenged, Body = default } : result;
    }

    /// <summary>The reason that an error status is, where the beginning of its page does not tell of a firewall.</summary>
    private async Task<string> ReasonAsync(FetchResult result, HttpResponseMessage response, CancellationToken cancellation)
    {
        string reason = result.Reason ?? PageReasons.Redirects;
        if (!result.IsHtml || !StatusesOfChallenges.Contains(result.HttpStatus!.Value))
            return reason;
        try
        {
            return IsChallenge((await BodyAsync(response, ChallengePage.MostCharacters, truncate: true, cancellation)).Bytes) ? PageReasons.Challenged : reason;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or HttpRequestException)
        {
            // The status came, whatever became of its page.
            return reason;
        }
    }

    private async Task<BodyResult> BodyAsync(HttpResponseMessage response, int maxBytes, bool truncate, CancellationToken cancellation)
    {
        await using Stream sent = await response.Content.ReadAsStreamAsync(cancellation);
        return await bodies.ReadAsync(sent, Header(response.Content.Headers, "Content-Encoding"), maxBytes, truncate, cancellation);
    }

    // What is looked for is ASCII, in whatever charset of a page.
    private static bool IsChallenge(byte[] body) => ChallengePage.Is(Encoding.Latin1.GetString(body.AsSpan(0, Math.Min(body.Length, ChallengePage.MostCharacters))));

    private static FetchResult Redirect(FetchResult result, Uri uri, HttpResponseMessage response)
    {
        string? location = Header(response.Headers, "Location");
        if (location is null)
            return result with { Reason = PageReasons.Redirects };
        return LinkResolver.TryResolve(location, uri.AbsoluteUri, out Uri? target)
            ? result with { RedirectTo = target.AbsoluteUri }
            : result with { Reason = PageReasons.AddressNotAllowed };
    }

    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.ToString() : null;

    private static string ReasonOf(HttpRequestException exception) =>
        Inner<NoConnectionException>(exception)?.Reason ?? exception.HttpRequestError switch
        {
            HttpRequestError.SecureConnectionError => PageReasons.Tls,
            HttpRequestError.ConfigurationLimitExceeded => PageReasons.TooLarge,
            _ => PageReasons.Connection,
        };

    private static TException? Inner<TException>(Exception exception) where TException : Exception =>
        exception as TException ?? (exception.InnerException is { } inner ? Inner<TException>(inner) : null);
}
