using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Monitor.Tests.Support.Sites;

/// <summary>
/// A small real web site on an address of its own in 127.0.0.0/8. Paths answer as a test says, well or badly; every request is logged with its times.
/// </summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SiteRequest> requests = new();
    private readonly WebApplication application;
    private int running;
    private int mostAtOnce;

    private TestSite(WebApplication application, Uri origin)
    {
        this.application = application;
        Origin = origin;
    }

    /// <summary>Scheme, address and port, ending in a slash.</summary>
    public Uri Origin { get; }

    /// <summary>The address as a URL's host.</summary>
    public string Host => Origin.Host;

    /// <summary>All requests so far, in order of arrival.</summary>
    public IReadOnlyList<SiteRequest> Requests => [.. requests];

    /// <summary>The most requests that were in hand at one time.</summary>
    public int MostAtOnce => Volatile.Read(ref mostAtOnce);

    /// <summary>Answers every path that has no answer of its own; 404 unless set.</summary>
    public RequestDelegate Fallback { get; set; } = NotFound;

    /// <summary>Starts an empty site.</summary>
    /// <param name="cancellation">Cancels the start.</param>
    /// <param name="certificate">Speaks TLS with this certificate; null for plain HTTP.</param>
    /// <param name="port">The port; 0 for one that is free.</param>
    public static async Task<TestSite> StartAsync(CancellationToken cancellation, X509Certificate2? certificate = null, int port = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        IPAddress address = LoopbackAddresses.Next();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(address, port, listen =>
            {
                if (certificate is not null)
                    listen.UseHttps(certificate);
            });
        });
        if (certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddRoutingCore();
        WebApplication application = builder.Build();

        TestSite? site = null;
        application.UseWebSockets();
        application.Run(context => site!.AnswerAsync(context));
        await application.StartAsync(cancellation);
        site = new TestSite(application, new Uri(application.Urls.Single()));
        return site;
    }

    /// <summary>The full URL of a path.</summary>
    public string Url(string path) => new Uri(Origin, path).AbsoluteUri;

    /// <summary>Lets a path (without query) answer as the delegate does.</summary>
    public TestSite On(string path, RequestDelegate answer)
    {
        pages[path] = answer;
        return this;
    }

    /// <summary>Lets a path answer with an HTML document of this body.</summary>
    public TestSite Html(string path, [StringSyntax("html")] string body, string title = "Test") =>
        On(path, context => WriteAsync(context, "text/html; charset=utf-8", $"<!DOCTYPE html><html lang=\"nb\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body>{body}</body></html>"));

    /// <summary>Lets a path answer with a text.</summary>
    public TestSite Text(string path, string text, string contentType = "text/plain; charset=utf-8", int status = 200) =>
        On(path, context =>
        {
            context.Response.StatusCode = status;
            return WriteAsync(context, contentType, text);
        });

    /// <summary>Lets a path answer with a status and nothing else.</summary>
    public TestSite Status(string path, int status, string? retryAfter = null) =>
        On(path, context =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null)
                context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });

    /// <summary>Lets a path redirect.</summary>
    public TestSite Redirect(string path, string location, int status = 302) =>
        On(path, context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });

    /// <summary>How often a path (with its query) was asked for.</summary>
    public int CountOf(string pathAndQuery) => Requests.Count(r => r.PathAndQuery == pathAndQuery);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A handler that never answers must not keep the test waiting.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        try
        {
            await application.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
        }
        await application.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        int now = Interlocked.Increment(ref running);
        int seen;
        while (now > (seen = Volatile.Read(ref mostAtOnce)) && Interlocked.CompareExchange(ref mostAtOnce, now, seen) != seen)
        {
        }
        requests.Enqueue(new SiteRequest(
            context.Request.Method,
            context.Request.GetEncodedPathAndQuery(),
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            TimeProvider.System.GetUtcNow()));
        try
        {
            await pages.GetValueOrDefault(context.Request.Path.Value ?? "/", Fallback)(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, string contentType, string text)
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
