namespace Monitor.Functions.Tests.Flow;

/// <summary>Runs several workers at once, one call at a time: at every point a random source decides who goes on. The same seed gives the same run.</summary>
/// <param name="random">Decides.</param>
/// <param name="tick">Turns the clock a little, when everybody waits for it.</param>
internal sealed class Interleaving(Random random, Func<Task> tick)
{
    private readonly Lock gate = new();
    private readonly List<TaskCompletionSource> parked = [];

    /// <summary>Waits for one's turn.</summary>
    public Task TurnAsync()
    {
        var turn = new TaskCompletionSource();
        lock (gate)
            parked.Add(turn);
        return turn.Task;
    }

    /// <summary>Runs the workers to their ends.</summary>
    public async Task RunAsync(params IReadOnlyList<Func<Task>> workers)
    {
        Task[] running = [.. workers.Select(w => w())];
        while (!running.All(r => r.IsCompleted))
        {
            if (Next() is { } next)
                next.SetResult();
            else
                await tick();
        }
        await Task.WhenAll(running);
    }

    private TaskCompletionSource? Next()
    {
        lock (gate)
        {
            if (parked.Count == 0)
                return null;
            TaskCompletionSource next = parked[random.Next(parked.Count)];
            parked.Remove(next);
            return next;
        }
    }
}
