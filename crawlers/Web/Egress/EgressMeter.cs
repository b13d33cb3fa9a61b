namespace Monitor.Crawlers.Web.Egress;

/// <summary>Counts what goes through one proxy. Once a limit is passed nothing more gets through, and whoever asked to know is told, once and first.</summary>
internal sealed class EgressMeter(EgressLimits limits, Action? exhausted) : IDisposable
{
    private readonly CancellationTokenSource closed = new();
    private long bytes;
    private int connections;
    private int told;

    /// <summary>Cancelled when a limit was passed.</summary>
    public CancellationToken Closed => closed.Token;

    /// <summary>Whether one more connection may be opened.</summary>
    public bool TryOpen() => Interlocked.Increment(ref connections) <= limits.MaxConnections ? !closed.IsCancellationRequested : Close();

    /// <summary>Whether these bytes may go through.</summary>
    public bool TryPass(int count) => Interlocked.Add(ref bytes, count) <= limits.MaxBytes || Close();

    public void Dispose() => closed.Dispose();

    private bool Close()
    {
        if (Interlocked.Exchange(ref told, 1) == 0)
        {
            exhausted?.Invoke();
            closed.Cancel();
        }
        return false;
    }
}
