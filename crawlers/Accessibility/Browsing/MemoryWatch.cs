using Microsoft.Extensions.Logging;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>
/// Looks at the memory of a browser's processes twice a second and ends one that takes too much: a renderer, which is then the page's loss,
/// or any other, which is the browser's.
/// </summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);
    // A page learns of its renderer's end at once, but through two other processes.
    private static readonly TimeSpan NewsTakes = TimeSpan.FromSeconds(10);

    private readonly BrowserProcesses processes;
    private readonly long mostBytes;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task watching;
    private long? endedRenderer;

    /// <summary>Begins to watch.</summary>
    /// <param name="processes">The browser's.</param>
    /// <param name="mostBytes">Memory of its own that one process may take.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Is told of every process ended.</param>
    public MemoryWatch(BrowserProcesses processes, long mostBytes, TimeProvider clock, ILogger logger)
    {
        this.processes = processes;
        this.mostBytes = mostBytes;
        this.clock = clock;
        this.logger = logger;
        watching = WatchAsync();
    }

    /// <summary>Whether a renderer has just been ended: the page that crashes now was in it.</summary>
    public bool HasJustEndedRenderer => endedRenderer is { } at && clock.GetElapsedTime(at) < NewsTakes;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watching;
        stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
                Look();
        }
        catch (OperationCanceledException)
        {
            // Nobody needs it any more.
        }
    }

    private void Look()
    {
        foreach (BrowserProcess process in processes.Running().Where(p => BrowserProcesses.MemoryOf(p) > mostBytes))
        {
            bool renderer = BrowserProcesses.IsRenderer(process);
            logger.LogWarning("A process of the browser takes more than {Bytes} bytes and is ended ({Kind})", mostBytes, renderer ? "renderer" : "other");
            if (renderer)
                endedRenderer = clock.GetTimestamp();
            BrowserProcesses.End([process]);
        }
    }
}
