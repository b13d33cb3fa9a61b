using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monitor.Crawlers.Accessibility;
using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Crawlers.Web.Robots;

namespace Monitor.Benchmarks.Accuracy;

/// <summary>A folder of pages as a site, and the product's judge for it.</summary>
internal static class ExampleSite
{
    /// <summary>The product's own judge, let through to one origin.</summary>
    public static IHost Judge(string origin, Action<IServiceCollection>? change = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System)
            .AddSingleton(typeof(IHostRows<>), typeof(MemoryHostRows<>)).AddSingleton<IRobotsCache, NoRobotsCache>()
            .AddWebCrawling(builder.Configuration).AddAccessibility(builder.Configuration);
        change?.Invoke(builder.Services);
        IHost host = builder.Build();
        host.Services.GetRequiredService<OutboundPolicy>().AllowOriginOf(origin);
        return host;
    }

    /// <summary>Serves a folder on loopback.</summary>
    public static async Task<WebApplication> ServeAsync(string folder)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".vtt"] = "text/vtt";
        // As their publisher serves them; many of the W3C's do not say it themselves.
        types.Mappings[".html"] = "text/html; charset=utf-8";
        site.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)),
            ContentTypeProvider = types,
            ServeUnknownFileTypes = true,
        });
        await site.StartAsync();
        return site;
    }
}
