using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Monitor.Local.Runner;

/// <summary>Receives the messages of one queue and has each handled, as many at a time as host.json says.</summary>
internal sealed class QueueListener(QueueFunction function, QueueServiceClient service, MessageProcessor processor, HostJson host, TimeSpan lease, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    private readonly QueueClient queue = service.GetQueueClient(function.Queue);
    private bool made;

    /// <summary>Receives until stopped, then waits for what runs.</summary>
    /// <param name="stopping">Cancelled when nothing new may be received.</param>
    /// <param name="cancelling">Cancelled when what runs must end.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken cancelling)
    {
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, clock, stopping);
        var running = new HashSet<Task>();
        TimeSpan pause = ShortestPause;
        while (!stopping.IsCancellationRequested)
        {
            running.RemoveWhere(t => t.IsCompleted);
            if (running.Count > host.NewBatchThreshold)
            {
                await Task.WhenAny([.. running, stopped]);
                continue;
            }

            if (await ReceiveAsync(cancelling) is not { } messages)
            {
                await Task.WhenAny(Task.Delay(host.MaxPollingInterval, clock, stopping));
            }
            else if (messages.Length == 0)
            {
                await Task.WhenAny(Task.Delay(pause, clock, stopping));
                pause = TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, host.MaxPollingInterval.Ticks));
            }
            else
            {
                pause = ShortestPause;
                foreach (QueueMessage message in messages)
                    running.Add(stopping.IsCancellationRequested ? processor.PutBackAsync(message) : processor.ProcessAsync(message, cancelling));
            }
        }
        await Task.WhenAll(running);
    }

    /// <summary>The next messages; null when storage could not say.</summary>
    private async Task<QueueMessage[]?> ReceiveAsync(CancellationToken cancelling)
    {
        try
        {
            if (!made)
            {
                await queue.CreateIfNotExistsAsync(cancellationToken: cancelling);
                made = true;
            }
            // Not cancelled by stopping: messages whose answer we did not wait for would be hidden for a whole lease.
            return await queue.ReceiveMessagesAsync(host.BatchSize, lease, cancelling);
        }
        catch (Exception e) when (StorageErrors.IsStorage(e))
        {
            // Made again if it is gone. The listener goes on: storage that is down for a moment must not keep us down.
            made = false;
            if (!cancelling.IsCancellationRequested)
                logger.QueueNotRead(queue.Name, e);
        }
        return null;
    }
}
