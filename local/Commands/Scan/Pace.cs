namespace Monitor.Local.Commands.Scan;

/// <summary>Lets page loads begin no closer together than the delay, however many look at a time.</summary>
internal sealed class Pace(TimeSpan delay, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private long? last;

    /// <summary>Waits for the next turn.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (last is { } begun && delay - clock.GetElapsedTime(begun) is { Ticks: > 0 } left)
                await Task.Delay(left, clock, cancellation);
            last = clock.GetTimestamp();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
