using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Monitor.Stubs.Registries;

namespace Monitor.Local.Demo;

/// <summary>Everything outside Monitor that the demo needs, on this machine: two sites, the registries' stand-ins, a mail catcher, and a switch that makes one page worse.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> parts = new();
    private readonly DemoAddresses addresses;

    private DemoWorld(DemoAddresses addresses, DemoSite municipality, DemoSite directorate, StubRegistries registries, MailCatcher mails)
    {
        this.addresses = addresses;
        Municipality = municipality;
        Directorate = directorate;
        Registries = registries;
        Mails = mails;
    }

    /// <summary>The municipality's site, with typical faults.</summary>
    public DemoSite Municipality { get; }

    /// <summary>The directorate's site, nearly clean.</summary>
    public DemoSite Directorate { get; }

    /// <summary>The registries' stand-ins.</summary>
    public StubRegistries Registries { get; }

    /// <summary>The mail catcher.</summary>
    public MailCatcher Mails { get; }

    /// <summary>Where <c>demo break</c> and <c>demo repair</c> are taken.</summary>
    public Uri Control => new($"http://{addresses.Control}/");

    /// <summary>The settings that lead Monitor to this world, and make it quick enough to watch.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(Registries.Settings)
    {
        ["Monitor:Outbound:AllowedOrigins:0"] = Municipality.Address.GetLeftPart(UriPartial.Authority),
        ["Monitor:Outbound:AllowedOrigins:1"] = Directorate.Address.GetLeftPart(UriPartial.Authority),
        ["Monitor:Smtp:Host"] = addresses.Smtp.Address.ToString(),
        ["Monitor:Smtp:Port"] = addresses.Smtp.Port.ToString(CultureInfo.InvariantCulture),
        ["Monitor:Smtp:Security"] = "none",
        ["Monitor:Scans:HostDelaySeconds"] = "0.2",
        ["Monitor:Scans:SecondLookSeconds"] = "5",
        // Its pages are quick: a host need not be held for long after somebody killed us.
        ["Monitor:Scans:HostLeaseSeconds"] = "30",
    };

    /// <summary>Starts all of it.</summary>
    /// <param name="port">The dashboard's port, which a new demo's addresses are made from.</param>
    /// <param name="dataFolder">Where mails and switches are kept.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<DemoWorld> StartAsync(int port, string dataFolder, TimeProvider clock, CancellationToken cancellation)
    {
        DemoAddresses addresses = await DemoAddresses.OfAsync(dataFolder, port, cancellation);
        var started = new Stack<IAsyncDisposable>();
        try
        {
            DemoSite municipality = Keep(await DemoSite.StartAsync("eksempelvik", addresses.Municipality, dataFolder, cancellation));
            DemoSite directorate = Keep(await DemoSite.StartAsync("eksempel", addresses.Directorate, dataFolder, cancellation));
            StubRegistries registries = Keep(await StubRegistries.StartAsync(addresses.Registries.Address, addresses.Registries.Port, clock: clock, cancellation: cancellation));
            MailCatcher mails = Keep(await MailCatcher.StartAsync(addresses.Smtp, addresses.Mails, Path.Combine(dataFolder, "mails"), clock, cancellation));
            var world = new DemoWorld(addresses, municipality, directorate, registries, mails);
            foreach (IAsyncDisposable part in started.Reverse())
                world.parts.Push(part);
            return world;
        }
        catch
        {
            await EndAsync(started);
            throw;
        }

        T Keep<T>(T part) where T : IAsyncDisposable
        {
            started.Push(part);
            return part;
        }
    }

    /// <summary>Takes orders to make the municipality's site worse or better; each orders the scan that will notice.</summary>
    /// <param name="orderScan">Orders the scan and tells where to watch it.</param>
    /// <param name="cancellation">Cancels the start.</param>
    public async Task ListenAsync(Func<CancellationToken, Task<Uri>> orderScan, CancellationToken cancellation)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(addresses.Control));
        WebApplication control = builder.Build();
        control.MapPost("/break", context => SwitchAsync(context, broken: true));
        control.MapPost("/repair", context => SwitchAsync(context, broken: false));
        await control.StartAsync(cancellation);
        parts.Push(control);

        async Task SwitchAsync(HttpContext context, bool broken)
        {
            Municipality.Broken = broken;
            Uri watch = await orderScan(context.RequestAborted);
            await context.Response.WriteAsJsonAsync(new DemoSwitched(new Uri(Municipality.Address, DemoPages.Breakable), watch, Mails.Address), context.RequestAborted);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => EndAsync(parts);

    private static async ValueTask EndAsync(Stack<IAsyncDisposable> parts)
    {
        while (parts.TryPop(out IAsyncDisposable? part))
            await part.DisposeAsync();
    }
}

/// <summary>What the demo answers to a switch.</summary>
/// <param name="Page">The page that changed.</param>
/// <param name="Watch">Where to watch the scan.</param>
/// <param name="Mails">Where mails are read.</param>
internal sealed record DemoSwitched(Uri Page, Uri Watch, Uri Mails);
