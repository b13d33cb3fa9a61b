using Microsoft.Extensions.Time.Testing;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Storage;

public sealed class QueueLimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_message_has_at_most_64_kibibytes_as_it_is_sent()
    {
        QueueLimits.Check(new string('x', 64 * 1024), TimeSpan.Zero);

        Assert.Throws<InvalidOperationException>(() => QueueLimits.Check(new string('x', 64 * 1024 + 1), TimeSpan.Zero));
        Assert.Throws<InvalidOperationException>(() => QueueLimits.Check(new string('æ', 32 * 1024 + 1), TimeSpan.Zero));
    }

    [Fact]
    public void A_message_is_delayed_by_at_most_seven_days()
    {
        QueueLimits.Check("{}", TimeSpan.FromDays(7));

        Assert.Throws<InvalidOperationException>(() => QueueLimits.Check("{}", TimeSpan.FromDays(7) + TimeSpan.FromTicks(1)));
        Assert.Throws<InvalidOperationException>(() => QueueLimits.Check("{}", TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task The_twin_refuses_what_the_service_would()
    {
        var queues = new MemoryQueues(new FakeTimeProvider());

        await Assert.ThrowsAsync<InvalidOperationException>(() => queues.SendAsync(new Note(new string('x', 64 * 1024)), Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => queues.SendAsync(new Note("x"), TimeSpan.FromDays(8), Cancellation));

        Assert.Empty(queues.Sent);
    }

    private sealed record Note(string Text) : IQueueMessage
    {
        public static string Queue => "notes";
    }
}
