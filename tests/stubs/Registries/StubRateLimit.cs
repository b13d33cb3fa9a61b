namespace Monitor.Stubs.Registries;

/// <summary>A registry's own rate limit: so many requests in any window.</summary>
internal sealed class StubRateLimit(int requests, TimeSpan window, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Queue<long> taken = [];

    /// <summary>Whether one more request is within it.</summary>
    public bool TryTake()
    {
        lock (gate)
        {
            while (taken.TryPeek(out long oldest) && clock.GetElapsedTime(oldest) >= window)
                taken.Dequeue();
            if (taken.Count >= requests)
                return false;
            taken.Enqueue(clock.GetTimestamp());
            return true;
        }
    }
}
