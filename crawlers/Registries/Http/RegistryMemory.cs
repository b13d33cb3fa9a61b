namespace Monitor.Crawlers.Registries.Http;

/// <summary>
/// Answers taken again while they last, and shared while they are under way, so that several checks of one round ask once. In this process only, and bounded.
/// Failures are never kept.
/// </summary>
internal sealed class RegistryMemory(TimeProvider clock)
{
    /// <summary>Bytes of bodies kept; the oldest answers make room.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    private const int Overhead = 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (DateTimeOffset Until, Task<RegistryReply> Reply)> known = [];
    private readonly Queue<(string Key, Task<RegistryReply> Reply, int Bytes)> order = [];
    private long bytes;

    /// <summary>The answer kept, the one under way, or a new one.</summary>
    /// <param name="key">What was asked of whom.</param>
    /// <param name="life">How long an answer lasts.</param>
    /// <param name="ask">Asks; not cancelled by one caller, since others may wait for the same.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<RegistryReply> GetAsync(string key, TimeSpan life, Func<Task<RegistryReply>> ask, CancellationToken cancellation)
    {
        Task<RegistryReply> reply;
        lock (gate)
        {
            if (known.TryGetValue(key, out (DateTimeOffset Until, Task<RegistryReply> Reply) kept) && kept.Until > clock.GetUtcNow())
                reply = kept.Reply;
            else
                known[key] = (DateTimeOffset.MaxValue, reply = AskAsync(key, life, ask));
        }
        return reply.WaitAsync(cancellation);
    }

    private async Task<RegistryReply> AskAsync(string key, TimeSpan life, Func<Task<RegistryReply>> ask)
    {
        // Not on the caller's thread, which holds the lock.
        await Task.Yield();
        RegistryReply? reply = null;
        try
        {
            return reply = await ask();
        }
        finally
        {
            Keep(key, life, reply);
        }
    }

    private void Keep(string key, TimeSpan life, RegistryReply? reply)
    {
        lock (gate)
        {
            if (reply is not RegistryReply.Answered answered)
            {
                known.Remove(key);
                return;
            }
            Task<RegistryReply> kept = Task.FromResult(reply);
            known[key] = (clock.GetUtcNow() + life, kept);
            int size = answered.Body.Length + Overhead;
            order.Enqueue((key, kept, size));
            bytes += size;
            while (bytes > MaxBytes && order.TryDequeue(out (string Key, Task<RegistryReply> Reply, int Bytes) oldest))
            {
                bytes -= oldest.Bytes;
                if (known.TryGetValue(oldest.Key, out (DateTimeOffset Until, Task<RegistryReply> Reply) standing) && standing.Reply == oldest.Reply)
                    known.Remove(oldest.Key);
            }
        }
    }
}
