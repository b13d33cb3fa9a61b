using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Monitor.Shared.Scans;

namespace Monitor.Shared.Storage;

/// <summary>Queues in Azure Queue Storage, each made on first use together with its poison queue.</summary>
internal sealed class AzureQueues(QueueServiceClient service) : IQueues
{
    // What is owed stays until it is done or set aside as poison; the service's own default would drop it after a week.
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly ConcurrentDictionary<string, QueueClient> ready = new(StringComparer.Ordinal);

    public async Task SendAsync<TMessage>(TMessage message, TimeSpan delay, CancellationToken cancellation) where TMessage : IQueueMessage
    {
        string body = QueueMessages.Write(message);
        QueueLimits.Check(body, delay);
        QueueClient queue = await EnsureAsync(TMessage.Queue, cancellation);
        await queue.SendMessageAsync(body, delay, Forever, cancellation);
    }

    private async Task<QueueClient> EnsureAsync(string name, CancellationToken cancellation)
    {
        if (ready.TryGetValue(name, out QueueClient? known))
            return known;
        QueueClient queue = service.GetQueueClient(name);
        await service.GetQueueClient(name + QueueNames.PoisonSuffix).CreateIfNotExistsAsync(cancellationToken: cancellation);
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
        return ready.GetOrAdd(name, queue);
    }
}
