using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monitor.Functions;
using Monitor.Local.Demo;
using Monitor.Local.Runner;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Local.Commands.Up;

/// <summary>Monitor in one process: the functions, run by the local runner, over the storage given.</summary>
internal sealed class LocalMonitor : IAsyncDisposable
{
    private readonly WebApplication app;

    /// <param name="port">Where API and dashboard answer.</param>
    /// <param name="storage">The storage's connection string.</param>
    /// <param name="settings">Settings that the environment's go before.</param>
    /// <param name="replace">Puts other parts in the place of Monitor's own: the benchmarks' stub browser.</param>
    public LocalMonitor(int port, string storage, IReadOnlyDictionary<string, string?>? settings, Action<IServiceCollection>? replace = null)
    {
        Address = new Uri($"http://127.0.0.1:{port}/");
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage,
            ["Monitor:Site:PublicAddress"] = Address.ToString().TrimEnd('/'),
        });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // It warns that its keys are not encrypted: they are in a folder of this machine, like all the data they protect.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));

        builder.Services.AddMonitor(builder.Configuration);
        builder.Services.AddTransient<DemoSeed>();
        // Signals are the command line's to handle: a second Ctrl-C must kill.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        // Longer than the runner's own drain and cancel times together.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        string hostJson = Path.Combine(AppContext.BaseDirectory, "host.json");
        builder.Services.AddFunctionsRunner(typeof(MonitorServices).Assembly, hostJson);
        replace?.Invoke(builder.Services);
        app = builder.Build();
        app.MapHttpFunctions(typeof(MonitorServices).Assembly, HostJson.Read(hostJson).RoutePrefix);
    }

    /// <summary>Where API and dashboard answer.</summary>
    public Uri Address { get; }

    /// <summary>Its parts.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Starts listening, on HTTP, timers and queues.</summary>
    public Task StartAsync(CancellationToken cancellation) => app.StartAsync(cancellation);

    /// <summary>The first supervisor key; null when the data have one already.</summary>
    public Task<string?> FirstKeyAsync(CancellationToken cancellation) =>
        app.Services.GetRequiredService<KeyStore>().EnsureSupervisorKeyAsync(cancellation);

    /// <summary>Registers the demo's agencies where they are missing and lets its switch order scans, and the registries' checks with them.</summary>
    public async Task<DemoKeys> SeedAsync(DemoWorld demo, string dataFolder, string? firstKey, CancellationToken cancellation)
    {
        DemoSeed seed = app.Services.GetRequiredService<DemoSeed>();
        SolutionId municipality = await seed.RunAsync(demo, cancellation);
        await demo.ListenAsync(
            async token =>
            {
                ScanRow scan = (await app.Services.GetRequiredService<ScanOrders>().OrderAsync(municipality, "demo", token))!;
                // The look at the registries on registering came before any scan: what rests on both waits no longer than until now.
                await app.Services.GetRequiredService<IQueues>().SendAsync(new CheckAgencyMessage(municipality.Agency), token);
                return new Uri(Address, $"nb/scans/{scan.RowKey}");
            },
            cancellation);
        return await seed.KeysAsync(dataFolder, firstKey, cancellation);
    }

    /// <summary>Completes when the runner gives up; throws when the process is asked to end.</summary>
    public async Task EndedAsync(CancellationToken cancellation)
    {
        CancellationToken stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = stopping.Register(ended.SetResult);
        await ended.Task.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
