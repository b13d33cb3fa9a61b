using System.Globalization;
using Azure.Core;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monitor.Local.Runner;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>The runner with test functions on an account of its own in Azurite, its times set so that a test takes a second or two.</summary>
internal sealed class RunnerHost : IAsyncDisposable
{
    private readonly IHost host;
    private readonly HostJsonFile hostJson;
    private bool stopped;

    private RunnerHost(string account, Type[] functions, HostJsonFile hostJson, IDictionary<string, string?> settings)
    {
        this.hostJson = hostJson;
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AzureWebJobsStorage"] = account }).AddInMemoryCollection(settings);

        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None, Retry = { MaxRetries = 0 } };
        options.AddPolicy(Traffic, HttpPipelinePosition.PerRetry);
        builder.Services.AddSingleton(new QueueServiceClient(account, options));
        builder.Services.AddMonitorStorage(builder.Configuration);
        builder.Services.AddSingleton(Probe).AddScoped<ScopedThing>();
        builder.Services.AddFunctionsRunner(functions, hostJson.Path);
        host = builder.Build();
        Queue = new QueueServiceClient(account).GetQueueClient("work");
        Poison = new QueueServiceClient(account).GetQueueClient("work-poison");
    }

    public Probe Probe { get; } = new();

    public Traffic Traffic { get; } = new();

    /// <summary>The queue <c>work</c> as the test itself sees it.</summary>
    public QueueClient Queue { get; }

    public QueueClient Poison { get; }

    public IBlobs Blobs => host.Services.GetRequiredService<IBlobs>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A runner that is not started yet; its queues are there.</summary>
    public static async Task<RunnerHost> NewAsync(
        Type functions, HostJsonFile? hostJson = null, double leaseSeconds = 60, double drainSeconds = 20, double cancelSeconds = 5, params (string Name, string Value)[] settings)
    {
        string Text(double seconds) => seconds.ToString(CultureInfo.InvariantCulture);
        var all = settings.ToDictionary(s => s.Name, s => (string?)s.Value);
        all["Monitor:Runner:LeaseSeconds"] = Text(leaseSeconds);
        all["Monitor:Runner:DrainSeconds"] = Text(drainSeconds);
        all["Monitor:Runner:CancelSeconds"] = Text(cancelSeconds);
        var runner = new RunnerHost((await Azurite.SharedAsync()).NewAccount(), [functions], hostJson ?? HostJsonFile.Of(), all);
        await runner.Queue.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        await runner.Poison.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        return runner;
    }

    /// <summary>A runner that has started.</summary>
    public static async Task<RunnerHost> StartAsync(
        Type functions, HostJsonFile? hostJson = null, double leaseSeconds = 60, double drainSeconds = 20, double cancelSeconds = 5)
    {
        RunnerHost runner = await NewAsync(functions, hostJson, leaseSeconds, drainSeconds, cancelSeconds);
        await runner.StartAsync();
        return runner;
    }

    public Task StartAsync() => host.StartAsync(Cancellation);

    public async Task StopAsync()
    {
        stopped = true;
        await host.StopAsync(Cancellation);
    }

    public async Task SendAsync(params IEnumerable<string> messages)
    {
        foreach (string message in messages)
            await Queue.SendMessageAsync(message, Cancellation);
    }

    /// <summary>Messages there are, visible or not.</summary>
    public async Task<int> CountAsync() => (await Queue.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount;

    /// <summary>A message that is visible now; null for none.</summary>
    public async Task<QueueMessage?> TakeAsync(TimeSpan? lease = null) => (await Queue.ReceiveMessageAsync(lease, Cancellation)).Value;

    /// <summary>Asks the emulator, which is another process and tells nobody by itself, until a message is visible.</summary>
    public async Task WhenVisibleAsync()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        while ((await Queue.PeekMessageAsync(deadline.Token)).Value is null)
            await Task.Yield();
    }

    public async ValueTask DisposeAsync()
    {
        if (!stopped)
            await host.StopAsync(CancellationToken.None);
        host.Dispose();
        hostJson.Dispose();
    }
}
