using Monitor.Shared.Storage;

namespace Monitor.Tests.Support;

/// <summary>Queues that keep what was sent, for a test to look at or to deliver: each message once, twice or in another order.</summary>
public sealed class MemoryQueues(TimeProvider clock) : IQueues
{
    private readonly Lock gate = new();
    private readonly List<SentMessage> sent = [];

    /// <summary>Everything sent and not taken, in order.</summary>
    public IReadOnlyList<SentMessage> Sent
    {
        get
        {
            lock (gate)
                return [.. sent];
        }
    }

    public Task SendAsync<TMessage>(TMessage message, TimeSpan delay, CancellationToken cancellation) where TMessage : IQueueMessage
    {
        cancellation.ThrowIfCancellationRequested();
        string body = QueueMessages.Write(message);
        QueueLimits.Check(body, delay);
        lock (gate)
            sent.Add(new SentMessage(TMessage.Queue, body, clock.GetUtcNow() + delay));
        return Task.CompletedTask;
    }

    /// <summary>The messages of one kind, in order, not taken.</summary>
    public IReadOnlyList<TMessage> Of<TMessage>() where TMessage : IQueueMessage =>
        [.. Sent.Where(m => m.Queue == TMessage.Queue).Select(m => QueueMessages.Read<TMessage>(m.Body))];

    /// <summary>Puts a taken message back, behind the others.</summary>
    public void PutBack(SentMessage message)
    {
        lock (gate)
            sent.Add(message);
    }

    /// <summary>Takes the next message that is visible now; null when there is none.</summary>
    public SentMessage? TakeVisible()
    {
        lock (gate)
        {
            int index = sent.FindIndex(m => m.VisibleAt <= clock.GetUtcNow());
            if (index < 0)
                return null;
            SentMessage message = sent[index];
            sent.RemoveAt(index);
            return message;
        }
    }
}

/// <summary>A message in a <see cref="MemoryQueues"/>.</summary>
public sealed record SentMessage(string Queue, string Body, DateTimeOffset VisibleAt);
