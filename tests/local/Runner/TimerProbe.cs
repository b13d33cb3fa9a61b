using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>Hands the runs of test timers to the test.</summary>
internal sealed class TimerProbe
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly Channel<TimerCall> calls = Channel.CreateUnbounded<TimerCall>();
    private int running;

    public int Count { get; private set; }

    public int Most { get; private set; }

    public async Task<TimerCall> NextAsync() => await calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Deadline);

    public async Task RunAsync(TimerInfo timer, TimeProvider clock, CancellationToken cancellation)
    {
        Count++;
        Most = Math.Max(Most, Interlocked.Increment(ref running));
        var call = new TimerCall(timer, clock.GetUtcNow());
        calls.Writer.TryWrite(call);
        try
        {
            await call.End.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}

/// <summary>One run of a test timer, which lasts until the test ends it.</summary>
internal sealed class TimerCall(TimerInfo timer, DateTimeOffset at)
{
    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TimerInfo Timer => timer;

    public DateTimeOffset At => at;

    public Task End => end.Task;

    public void Succeed() => end.TrySetResult();

    public void Fail() => end.TrySetException(new InvalidOperationException("The test says so."));
}
