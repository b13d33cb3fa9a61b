using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Tests.Flow;

/// <summary>Queues as the service and the host keep them: what is received comes back unless it is settled, and after too many tries goes to the poison queue.</summary>
internal sealed class FlowQueues(TimeProvider clock) : IQueues
{
    /// <summary>host.json's <c>maxDequeueCount</c>.</summary>
    public const int MaxDequeueCount = 5;

    // A failed message comes back after host.json's visibilityTimeout, that of a killed worker when its lease of ten minutes has run out.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30), AfterDeath = TimeSpan.FromMinutes(10);

    private readonly List<FlowMessage> waiting = [];
    private int sent;

    /// <summary>Messages sent so far, lost ones included.</summary>
    public int Sent => sent;

    /// <summary>What was sent, by number.</summary>
    public List<FlowMessage> Log { get; } = [];

    /// <summary>Messages that the service loses: by number, from 0.</summary>
    public Func<FlowMessage, bool> Loses { get; set; } = _ => false;

    /// <summary>When the next message is due; null when there is none.</summary>
    public DateTimeOffset? NextDue => waiting.Count == 0 ? null : waiting.Min(m => m.VisibleAt);

    public Task SendAsync<TMessage>(TMessage message, TimeSpan delay, CancellationToken cancellation) where TMessage : IQueueMessage
    {
        QueueLimits.Check(QueueMessages.Write(message), delay);
        Add(TMessage.Queue, QueueMessages.Write(message), delay);
        return Task.CompletedTask;
    }

    /// <summary>Takes everything that is visible.</summary>
    public IReadOnlyList<FlowMessage> TakeVisible()
    {
        FlowMessage[] visible = [.. waiting.Where(m => m.VisibleAt <= clock.GetUtcNow())];
        waiting.RemoveAll(visible.Contains);
        foreach (FlowMessage message in visible)
            message.Dequeues++;
        return visible;
    }

    /// <summary>Puts a received message back as the host does, or the service once nobody renews its lease.</summary>
    public void Return(FlowMessage message, WorkerEnd end)
    {
        if (message.Dequeues >= MaxDequeueCount)
        {
            Add(message.Queue + QueueNames.PoisonSuffix, message.Body, TimeSpan.Zero);
            return;
        }
        message.VisibleAt = clock.GetUtcNow() + (end == WorkerEnd.Killed ? AfterDeath : AfterFailure);
        // A message given out twice is still one.
        if (!waiting.Contains(message))
            waiting.Add(message);
    }

    private void Add(string queue, string body, TimeSpan delay)
    {
        var message = new FlowMessage(sent++, queue, body) { VisibleAt = clock.GetUtcNow() + delay };
        Log.Add(message);
        if (!Loses(message))
            waiting.Add(message);
    }
}

/// <summary>One message.</summary>
/// <param name="Number">Its number in the run, from 0.</param>
/// <param name="Queue">Its queue.</param>
/// <param name="Body">What it says.</param>
internal sealed record FlowMessage(int Number, string Queue, string Body)
{
    public DateTimeOffset VisibleAt { get; set; }

    public int Dequeues { get; set; }
}
