using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Scans;
using Monitor.Tests.Support;
using Monitor.Tests.Support.Sites;

namespace Monitor.Crawlers.Tests.Web;

/// <summary>The product's own registration over in-memory storage, with named sites let through the guard.</summary>
internal static class WebParts
{
    public static ServiceProvider Create(
        IEnumerable<TestSite> sites, TimeProvider? clock = null, INameResolver? resolver = null, IDictionary<string, string?>? settings = null)
    {
        var values = new Dictionary<string, string?>
        {
            ["Monitor:Scans:HostDelaySeconds"] = "0",
            ["Monitor:Site:PublicAddress"] = "https://monitor.eksempel.no/",
        };
        foreach ((TestSite site, int i) in sites.Select((s, i) => (s, i)))
            values[$"Monitor:Outbound:AllowedOrigins:{i}"] = site.Origin.GetLeftPart(UriPartial.Authority);
        foreach ((string key, string? value) in settings ?? new Dictionary<string, string?>())
            values[key] = value;

        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection();
        services.AddSingleton(clock ?? TimeProvider.System);
        if (resolver is not null)
            services.AddSingleton(resolver);
        services.AddLogging().AddWebCrawling(configuration).AddScans(configuration).AddMemoryStorage();
        services.AddOptions<Shared.Settings.SiteSettings>().Bind(configuration.GetSection(Shared.Settings.SiteSettings.Section));
        return services.BuildServiceProvider();
    }

    public static ServiceProvider Create(TestSite site, TimeProvider? clock = null, IDictionary<string, string?>? settings = null) =>
        Create([site], clock, settings: settings);

    public static TPart Get<TPart>(this ServiceProvider parts) where TPart : notnull => parts.GetRequiredService<TPart>();
}
