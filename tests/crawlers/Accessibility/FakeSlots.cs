using Monitor.Crawlers.Web.Politeness;

namespace Monitor.Crawlers.Tests.Accessibility;

/// <summary>Turns as a test gives them, with a log of what became of them.</summary>
internal sealed class FakeSlots : IHostSlots
{
    public List<string> Log { get; } = [];

    public SlotAnswer? Answer { get; set; }

    public TimeSpan Rests { get; set; }

    public Task<SlotAnswer> TryAcquireAsync(string url, string purpose, CancellationToken cancellation)
    {
        if (Answer is not null)
            return Task.FromResult(Answer);
        string host = IHostSlots.HostOf(url);
        Log.Add($"acquired {host}");
        return Task.FromResult(SlotAnswer.Taken(new HostSlot(host, purpose, [host])));
    }

    public Task<SlotAnswer> AskAsync(string url, CancellationToken cancellation) => Task.FromResult(SlotAnswer.Free);

    public Task<TimeSpan> NoteAsync(string url, HostAnswer answer, CancellationToken cancellation)
    {
        Log.Add($"noted {answer.Reason ?? "answered"}{(answer.RetryAfter is { } asked ? $" {asked}" : "")}");
        return Task.FromResult(Rests);
    }

    public Task ReleaseAsync(HostSlot slot, TimeSpan pause, CancellationToken cancellation)
    {
        Log.Add($"released {slot.Host}");
        return Task.CompletedTask;
    }

    public Task SetCrawlDelayAsync(string url, TimeSpan? delay, CancellationToken cancellation) => Task.CompletedTask;
}
