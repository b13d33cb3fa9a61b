using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Monitor.Local.Runner;

/// <summary>
/// Settles messages in the manner of the Functions host: done, it is deleted; failed, it comes back after the visibility time-out,
/// or goes to the poison queue when its tries are used up. A poison queue's own failures stay hidden until the lease runs out, and are not tried for ever.
/// </summary>
internal sealed class MessageProcessor(QueueFunction function, QueueServiceClient service, FunctionInvoker invoker, HostJson host, TimeSpan lease, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly QueueClient queue = service.GetQueueClient(function.Queue);
    private readonly QueueClient? poison = function.PoisonQueue is { } name ? service.GetQueueClient(name) : null;

    /// <summary>Has a message handled and settles it.</summary>
    public async Task ProcessAsync(QueueMessage message, CancellationToken cancelling)
    {
        // Also a process that was killed, or a machine that went down, uses up a try.
        if (message.DequeueCount > host.MaxDequeueCount)
        {
            await SettleAsync(message, () => MoveToPoisonAsync(message, message.PopReceipt));
            return;
        }

        using var held = new MessageLease(queue, message, lease, clock, logger);
        bool done = await invoker.TryInvokeAsync(function.Function, message.Body.ToString(), cancelling);
        string receipt = await held.EndAsync();
        await SettleAsync(message, () =>
            done ? queue.DeleteMessageAsync(message.MessageId, receipt)
            : poison is null ? Task.CompletedTask
            : message.DequeueCount >= host.MaxDequeueCount ? MoveToPoisonAsync(message, receipt)
            : queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: host.VisibilityTimeout));
    }

    /// <summary>Puts a message back that was received and not begun.</summary>
    public Task PutBackAsync(QueueMessage message) =>
        SettleAsync(message, () => queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero));

    private async Task MoveToPoisonAsync(QueueMessage message, string receipt)
    {
        if (poison is null)
            return;
        logger.MessagePoisoned(queue.Name, message.MessageId, message.DequeueCount);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.Body, timeToLive: Forever);
        await queue.DeleteMessageAsync(message.MessageId, receipt);
    }

    private async Task SettleAsync(QueueMessage message, Func<Task> settle)
    {
        try
        {
            await settle();
        }
        catch (Exception e) when (StorageErrors.IsTaken(e))
        {
            logger.MessageTaken(queue.Name, message.MessageId);
        }
        catch (Exception e) when (StorageErrors.IsStorage(e))
        {
            // It comes back when its lease runs out.
            logger.MessageNotSettled(queue.Name, message.MessageId, e);
        }
    }
}
