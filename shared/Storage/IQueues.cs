using System.Text.Json;
using Monitor.Shared.Domain;

namespace Monitor.Shared.Storage;

/// <summary>A message of one queue. Messages carry ids, never payloads.</summary>
public interface IQueueMessage
{
    /// <summary>The queue's name.</summary>
    static abstract string Queue { get; }
}

/// <summary>Sending to queues. Delivery is at least once, in any order: a handler may meet the same message twice.</summary>
public interface IQueues
{
    /// <summary>Enqueues a message, invisible for the delay (zero to seven days).</summary>
    Task SendAsync<TMessage>(TMessage message, TimeSpan delay, CancellationToken cancellation) where TMessage : IQueueMessage;
}

/// <summary>How messages are written: JSON as it is, no base64 (host.json's <c>messageEncoding: none</c>).</summary>
public static class QueueMessages
{
    /// <summary>The text sent.</summary>
    public static string Write<TMessage>(TMessage message) where TMessage : IQueueMessage => JsonSerializer.Serialize(message, MonitorJson.Options);

    /// <summary>Reads a received text.</summary>
    /// <exception cref="JsonException">It is not such a message; the host will set it aside as poison.</exception>
    public static TMessage Read<TMessage>(string text) where TMessage : IQueueMessage =>
        JsonSerializer.Deserialize<TMessage>(text, MonitorJson.Options) ?? throw new JsonException("The message is null.");

    /// <summary>Enqueues a message at once.</summary>
    public static Task SendAsync<TMessage>(this IQueues queues, TMessage message, CancellationToken cancellation) where TMessage : IQueueMessage =>
        queues.SendAsync(message, TimeSpan.Zero, cancellation);
}
