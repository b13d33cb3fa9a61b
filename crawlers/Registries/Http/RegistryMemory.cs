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
    private readonly Dictionary<string, Kept> kept = [];
    private readonly Dictionary<string, Flight> flights = [];
    private readonly Queue<(string Key, Kept Answer)> order = [];
    private long bytes;

    /// <summary>The answer kept, the one under way, or a new one.</summary>
    /// <param name="key">What was asked of whom.</param>
    /// <param name="life">How long an answer lasts.</param>
    /// <param name="ask">Asks; cancelled when nobody waits for it any longer.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<RegistryReply> GetAsync(string key, TimeSpan life, Func<CancellationToken, Task<RegistryReply>> ask, CancellationToken cancellation)
    {
        Flight? flight;
        bool first;
        lock (gate)
        {
            if (kept.TryGetValue(key, out Kept? answer) && answer.Until > clock.GetUtcNow())
                return answer.Reply;
            first = !flights.TryGetValue(key, out flight);
            if (flight is null)
                flights[key] = flight = new Flight();
            flight.Waiting++;
        }
        // Not awaited: who asked first may stop waiting before the others do. Outside of the lock, which keeping the answer takes again.
        if (first)
            _ = AskAsync(key, life, flight, ask(flight.Abandoned.Token));
        try
        {
            return await flight.Reply.Task.WaitAsync(cancellation);
        }
        finally
        {
            if (IsLast(key, flight))
                await flight.Abandoned.CancelAsync();
        }
    }

    private async Task AskAsync(string key, TimeSpan life, Flight flight, Task<RegistryReply> asking)
    {
        await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (asking.IsCompletedSuccessfully)
            Keep(key, life, await asking);
        Land(key, flight);
        flight.Reply.SetFromTask(asking);
    }

    private bool IsLast(string key, Flight flight)
    {
        lock (gate)
        {
            if (--flight.Waiting > 0 || flight.Reply.Task.IsCompleted)
                return false;
            LandUnderGate(key, flight);
            return true;
        }
    }

    private void Land(string key, Flight flight)
    {
        lock (gate)
            LandUnderGate(key, flight);
    }

    // Another may have started anew after this one was abandoned.
    private void LandUnderGate(string key, Flight flight)
    {
        if (flights.TryGetValue(key, out Flight? current) && current == flight)
            flights.Remove(key);
    }

    private void Keep(string key, TimeSpan life, RegistryReply reply)
    {
        if (reply is not RegistryReply.Answered answered)
            return;
        lock (gate)
        {
            var answer = new Kept(answered, clock.GetUtcNow() + life);
            kept[key] = answer;
            order.Enqueue((key, answer));
            bytes += answer.Bytes;
            while (bytes > MaxBytes && order.TryDequeue(out (string Key, Kept Answer) oldest))
            {
                bytes -= oldest.Answer.Bytes;
                if (kept.TryGetValue(oldest.Key, out Kept? standing) && ReferenceEquals(standing, oldest.Answer))
                    kept.Remove(oldest.Key);
            }
        }
    }

    private sealed class Kept(RegistryReply.Answered reply, DateTimeOffset until)
    {
        public RegistryReply Reply => reply;

        public DateTimeOffset Until => until;

        public int Bytes => reply.Body.Length + Overhead;
    }

    private sealed class Flight
    {
        public TaskCompletionSource<RegistryReply> Reply { get; } = new();

        public int Waiting { get; set; }

        public CancellationTokenSource Abandoned { get; } = new();
    }
}
