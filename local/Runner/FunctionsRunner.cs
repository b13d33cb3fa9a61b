using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monitor.Shared.Storage;

namespace Monitor.Local.Runner;

/// <summary>
/// Runs the timer- and queue-triggered functions of the given classes in this process, as the Functions host does in production.
/// At shutdown it stops receiving, lets what runs finish for a while, then cancels it.
/// </summary>
internal sealed class FunctionsRunner(
    IReadOnlyList<Type> functions,
    string hostJson,
    IConfiguration configuration,
    IOptions<RunnerSettings> settings,
    QueueServiceClient queues,
    IBlobs blobs,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<FunctionsRunner> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource cancelling = new();
    private Task running = Task.CompletedTask;

    /// <summary>Starts all functions.</summary>
    /// <exception cref="NotSupportedException">A function or host.json asks for something that this runner does not do; nothing was started.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var host = HostJson.Read(hostJson);
        var catalogue = FunctionCatalogue.Read(functions, configuration);
        TimeSpan timeout = settings.Value.FunctionTimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : host.FunctionTimeout;
        var lease = TimeSpan.FromSeconds(settings.Value.LeaseSeconds);
        var invoker = new FunctionInvoker(scopes, timeout, TimeSpan.FromSeconds(settings.Value.CancelSeconds), clock, logger);
        var memory = new TimerMemory(blobs, logger);

        IEnumerable<Task> timers = catalogue.Timers.Select(t => new TimerLoop(t, invoker, memory, clock).RunAsync(stopping.Token, cancelling.Token));
        IEnumerable<Task> listeners = catalogue.Queues.Select(q =>
            new QueueListener(q, queues, new MessageProcessor(q, queues, invoker, host, lease, clock, logger), host, lease, clock, logger)
                .RunAsync(stopping.Token, cancelling.Token));
        running = Task.WhenAll(timers.Concat(listeners).Select(WatchAsync).ToArray());
        logger.RunnerStarted(catalogue.Timers.Count, catalogue.Queues.Count);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        if (!await EndsWithinAsync(settings.Value.DrainSeconds, cancellationToken))
        {
            logger.RunnerCancels();
            await cancelling.CancelAsync();
            if (!await EndsWithinAsync(settings.Value.CancelSeconds, cancellationToken))
                logger.RunnerLeavesBehind();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stopping.Dispose();
        cancelling.Dispose();
    }

    // A loop that ended by a bug of ours must not leave a process behind that looks alive and does nothing.
    private async Task WatchAsync(Task loop)
    {
        try
        {
            await loop;
        }
#pragma warning disable CA1031 // Nothing is expected here; whatever it is, the process ends with it in the log.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.RunnerFailed(e);
            lifetime.StopApplication();
        }
    }

    private async Task<bool> EndsWithinAsync(double seconds, CancellationToken cancellation)
    {
        try
        {
            await running.WaitAsync(TimeSpan.FromSeconds(seconds), clock, cancellation);
            return true;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }
}
