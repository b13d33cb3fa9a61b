using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Support;

/// <summary>Waits for other processes, which tell nobody when they are done.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    /// <summary>Returns once the condition holds; fails the test when it does not in time.</summary>
    public static async Task HoldsAsync(Func<bool> condition, CancellationToken cancellation)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Deadline)
                Assert.Fail($"It did not come true within {Deadline.TotalSeconds} s.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellation);
        }
    }
}
