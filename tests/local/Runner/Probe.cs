using System.Threading.Channels;
using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>Hands the calls of test functions to the test.</summary>
internal sealed class Probe
{
    // Nothing waits this long unless it is broken.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly Channel<Call> calls = Channel.CreateUnbounded<Call>();
    private int running;
    private int most;
    private int count;

    /// <summary>How many calls there have been.</summary>
    public int Count => count;

    /// <summary>The most calls that ran at once.</summary>
    public int Most => most;

    /// <summary>The next call, in the order in which they began.</summary>
    public async Task<Call> NextAsync() => await calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Deadline);

    /// <summary>A function's body: lasts until the test ends the call, or throws when it is cancelled.</summary>
    public Task HandleAsync(string message, object handler, CancellationToken cancellation) => RunAsync(message, handler, heedful: true, cancellation);

    /// <summary>A body that takes no notice of being cancelled.</summary>
    public Task HandleDeafAsync(string message, object handler, CancellationToken cancellation) => RunAsync(message, handler, heedful: false, cancellation);

    private async Task RunAsync(string message, object handler, bool heedful, CancellationToken cancellation)
    {
        Interlocked.Increment(ref count);
        int now = Interlocked.Increment(ref running);
        for (int seen = most; now > seen; seen = most)
            Interlocked.CompareExchange(ref most, now, seen);
        var call = new Call(message, handler, cancellation);
        calls.Writer.TryWrite(call);
        try
        {
            await (heedful ? call.End.WaitAsync(cancellation) : call.End);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}
