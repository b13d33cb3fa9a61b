using Microsoft.Azure.Functions.Worker;

namespace Monitor.Local.Runner;

/// <summary>Runs one timer, one run at a time: a run that was missed, while the process was down or the run before took long, is caught up once.</summary>
internal sealed class TimerLoop(TimerFunction timer, FunctionInvoker invoker, TimerMemory memory, TimeProvider clock)
{
    // Longer waits are taken in parts: a delay has an upper bound.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    // A run that begins later than this after it was due was missed.
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(1);

    /// <summary>Runs until stopped.</summary>
    /// <param name="stopping">Cancelled when nothing new may start.</param>
    /// <param name="cancelling">Cancelled when what runs must end.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken cancelling)
    {
        DateTimeOffset last = await memory.ReadAsync(timer) ?? await RememberAsync(clock.GetUtcNow());
        bool atOnce = timer.RunOnStartup;
        while (!stopping.IsCancellationRequested)
        {
            DateTimeOffset due = timer.NextAfter(last);
            if (!atOnce && !await WaitAsync(due, stopping))
                return;

            DateTimeOffset started = clock.GetUtcNow();
            var info = new TimerInfo
            {
                IsPastDue = !atOnce && started - due > Punctual,
                ScheduleStatus = new ScheduleStatus { Last = last.UtcDateTime, Next = timer.NextAfter(started).UtcDateTime, LastUpdated = last.UtcDateTime },
            };
            bool ended = await invoker.TryInvokeAsync(timer.Function, info, cancelling);
            // A run that the shutdown cut short is still owed.
            if (!ended && cancelling.IsCancellationRequested)
                return;
            // A timer may fire a moment early; what was due then has still been done.
            last = await RememberAsync(atOnce || started > due ? started : due);
            atOnce = false;
        }
    }

    private async Task<DateTimeOffset> RememberAsync(DateTimeOffset last)
    {
        await memory.WriteAsync(timer, last);
        return last;
    }

    private async Task<bool> WaitAsync(DateTimeOffset due, CancellationToken stopping)
    {
        try
        {
            while (due - clock.GetUtcNow() is { Ticks: > 0 } left)
                await Task.Delay(left < LongestWait ? left : LongestWait, clock, stopping);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
