namespace Monitor.Functions.Tests.Flow;

/// <summary>Runs several workers at once, one call at a time: at every point a random source decides who goes on. The same seed gives the same run.</summary>
internal sealed class Interleaving(Random random) : IDisposable
{
    private readonly SemaphoreSlim changed = new(0);
    private readonly Lock gate = new();
    private readonly List<TaskCompletionSource> parked = [];
    private int ended;

    /// <summary>Waits for one's turn.</summary>
    public Task TurnAsync()
    {
        var turn = new TaskCompletionSource();
        lock (gate)
            parked.Add(turn);
        changed.Release();
        return turn.Task;
    }

    /// <summary>Runs the workers to their ends.</summary>
    public async Task RunAsync(params IReadOnlyList<Func<Task>> workers)
    {
        Task[] running = [.. workers.Select(StartAsync)];
        while (true)
        {
            TaskCompletionSource? next = null;
            lock (gate)
            {
                if (parked.Count == 0 && ended == running.Length)
                    break;
                if (parked.Count > 0 && parked.Count + ended >= running.Length)
                {
                    next = parked[random.Next(parked.Count)];
                    parked.Remove(next);
                }
            }
            if (next is null)
                await changed.WaitAsync();
            else
                next.SetResult();
        }
        await Task.WhenAll(running);
    }

    public void Dispose() => changed.Dispose();

    private async Task StartAsync(Func<Task> worker)
    {
        try
        {
            await worker();
        }
        finally
        {
            lock (gate)
                ended++;
            changed.Release();
        }
    }
}
