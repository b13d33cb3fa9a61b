using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monitor.Benchmarks.Load;

/// <summary>
/// Many small sites, each on an address of its own in 127.0.0.0/8, that watch how they are visited: how many requests at a time,
/// and how long after the last one ended the next one came.
/// </summary>
internal sealed class WatchedHosts : IAsyncDisposable
{
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(20);

    private readonly WebApplication application;
    private readonly ConcurrentDictionary<string, Watch> watches;
    private readonly int pages;

    private WatchedHosts(WebApplication application, IReadOnlyList<IPEndPoint> endpoints, int pages)
    {
        this.application = application;
        this.pages = pages;
        Origins = [.. endpoints.Select(e => new Uri($"http://{e}/"))];
        watches = new ConcurrentDictionary<string, Watch>(endpoints.Select(e => KeyValuePair.Create(e.Address.ToString(), new Watch())));
    }

    /// <summary>Each host's address.</summary>
    public IReadOnlyList<Uri> Origins { get; }

    /// <summary>Requests answered.</summary>
    public int Requests => watches.Values.Sum(w => w.Requests);

    /// <summary>The most requests that any host had in hand at one time.</summary>
    public int MostAtOnce => watches.Values.Max(w => w.MostAtOnce);

    /// <summary>The shortest time at any host between the end of one request and the start of the next.</summary>
    public TimeSpan ShortestPause => watches.Values.Min(w => w.ShortestPause);

    /// <summary>Starts them.</summary>
    /// <param name="count">How many hosts.</param>
    /// <param name="pages">How many pages each folder of a host has.</param>
    public static async Task<WatchedHosts> StartAsync(int count, int pages)
    {
        IPEndPoint[] endpoints = [.. Enumerable.Range(0, count).Select(i => new IPEndPoint(new IPAddress([127, 90, (byte)(i / 250), (byte)(i % 250 + 1)]), 8080))];
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => Array.ForEach(endpoints, kestrel.Listen));
        WebApplication application = builder.Build();
        var hosts = new WatchedHosts(application, endpoints, pages);
        application.Run(hosts.AnswerAsync);
        await application.StartAsync();
        return hosts;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Watch watch = watches[context.Connection.LocalIpAddress!.ToString()];
        watch.Begin();
        try
        {
            // Long enough for an overlap to show.
            await Task.Delay(Work, TimeProvider.System, context.RequestAborted);
            string[] path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (path is [_, var name] ? !int.TryParse(name, CultureInfo.InvariantCulture, out int page) || page >= pages : path is not [var folder] || folder.Contains('.', StringComparison.Ordinal))
            {
                context.Response.StatusCode = 404;
                return;
            }
            context.Response.ContentType = "text/html; charset=utf-8";
            string links = string.Concat(Enumerable.Range(1, pages - 1).Select(p => $"<li><a href=\"/{path[0]}/{p}\">Side {p}</a></li>"));
            await context.Response.WriteAsync($"<!DOCTYPE html><html lang=\"nb\"><title>{context.Request.Path}</title><main><h1>Side</h1><ul>{links}</ul></main></html>", context.RequestAborted);
        }
        finally
        {
            watch.End();
        }
    }

    private sealed class Watch
    {
        private readonly Lock gate = new();
        private int running;
        private long? ended;

        public int Requests { get; private set; }

        public int MostAtOnce { get; private set; }

        public TimeSpan ShortestPause { get; private set; } = TimeSpan.MaxValue;

        public void Begin()
        {
            lock (gate)
            {
                Requests++;
                MostAtOnce = Math.Max(MostAtOnce, ++running);
                if (ended is { } last && running == 1)
                    ShortestPause = Min(ShortestPause, TimeProvider.System.GetElapsedTime(last));
            }
        }

        public void End()
        {
            lock (gate)
            {
                running--;
                ended = TimeProvider.System.GetTimestamp();
            }
        }

        private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
    }
}
