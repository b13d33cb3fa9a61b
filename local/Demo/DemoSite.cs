using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monitor.Local.Demo;

/// <summary>A small web site of our own writing, with typical faults in its templates, that can be made worse while it runs.</summary>
internal sealed class DemoSite : IAsyncDisposable
{
    private const string Bilde = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240"><rect width="640" height="240" fill="#cfe3df"/><circle cx="320" cy="120" r="70" fill="#00594f"/></svg>""";

    private readonly WebApplication app;
    private readonly DemoPages pages;
    private readonly string stateFile;

    private DemoSite(WebApplication app, DemoPages pages, Uri address, string stateFile)
    {
        this.app = app;
        this.pages = pages;
        this.stateFile = stateFile;
        Address = address;
    }

    /// <summary>Where it is served.</summary>
    public Uri Address { get; }

    /// <summary>Whether one page is worse than the site's makers meant it to be. Kept on disk, so that a restarted demo goes on as it was.</summary>
    public bool Broken
    {
        get => File.Exists(stateFile);
        set
        {
            if (value)
                File.WriteAllText(stateFile, "");
            else
                File.Delete(stateFile);
        }
    }

    /// <summary>Starts serving.</summary>
    /// <param name="name">The folder of pages under <c>Demo/Sites</c>.</param>
    /// <param name="endpoint">Where.</param>
    /// <param name="dataFolder">Where its state is kept.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<DemoSite> StartAsync(string name, IPEndPoint endpoint, string dataFolder, CancellationToken cancellation)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(endpoint));
        WebApplication app = builder.Build();
        var site = new DemoSite(app, DemoPages.Load(name), new Uri($"http://{endpoint}/"), Path.Combine(dataFolder, $"{name}.broken"));
        app.Run(site.ServeAsync);
        await app.StartAsync(cancellation);
        return site;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "/";
        (int status, string type, string body) = path switch
        {
            "/robots.txt" => (200, "text/plain", $"User-agent: *\nDisallow: /intern\nSitemap: {Address}sitemap.xml\n"),
            "/sitemap.xml" => (200, "application/xml", pages.Sitemap(Address)),
            "/stil.css" => (200, "text/css", pages.Style),
            "/bilde.svg" => (200, "image/svg+xml", Bilde),
            _ => pages.Render(path, Broken) is { } html ? (200, "text/html", html) : (404, "text/html", pages.NotFound()),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = $"{type}; charset=utf-8";
        await context.Response.WriteAsync(body, Encoding.UTF8, context.RequestAborted);
    }
}
