namespace Monitor.Shared.Tests.Scans;

/// <summary>Kills a worker after each of its writes in turn: the first time a step makes its first write, the next time its second, and so on.</summary>
internal sealed class CrashPlan
{
    private int allowed = int.MaxValue;

    /// <summary>How many crashes there were.</summary>
    public int Count { get; private set; }

    /// <summary>Runs a step again and again, each time one write further, until it gets through.</summary>
    public async Task RunAsync(Func<Task> step)
    {
        for (int writes = 1; ; writes++)
        {
            allowed = writes;
            try
            {
                await step();
                return;
            }
            catch (WorkerDiedException)
            {
                Count++;
            }
            finally
            {
                allowed = int.MaxValue;
            }
        }
    }

    /// <summary>To be called after a write.</summary>
    public void Written()
    {
        if (--allowed <= 0)
            throw new WorkerDiedException();
    }
}

/// <summary>A worker is gone in the middle of its work.</summary>
internal sealed class WorkerDiedException : Exception;
