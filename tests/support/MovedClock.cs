namespace Monitor.Tests.Support;

/// <summary>A clock whose date stands still until a test moves it, while timers run as they do: for what waits a little by itself and looks at days.</summary>
public sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private long moved;

    /// <summary>Moves the date on; timers are not moved.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref moved, by.Ticks);

    public override DateTimeOffset GetUtcNow() => start + TimeSpan.FromTicks(Interlocked.Read(ref moved));
}
