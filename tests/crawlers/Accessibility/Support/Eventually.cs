using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Support;

/// <summary>Waits for other processes, and for the runtime's own housekeeping, which tell nobody when they are done.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    /// <summary>Returns once the condition holds; fails the test when it does not in time.</summary>
    public static Task HoldsAsync(Func<bool> condition, CancellationToken cancellation) => HoldsAsync(condition, Deadline, cancellation);

    /// <summary>Returns once the condition holds; fails the test when it does not by the deadline.</summary>
    public static async Task HoldsAsync(Func<bool> condition, TimeSpan deadline, CancellationToken cancellation)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > deadline)
                Assert.Fail($"It did not come true within {deadline.TotalSeconds} s.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellation);
        }
    }
}
