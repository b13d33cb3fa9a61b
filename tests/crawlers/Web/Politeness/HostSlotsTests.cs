using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Scans;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Politeness;

public sealed class HostSlotsTests : HostSlotsContract
{
    private readonly MemoryTable<HostRow> table;

    public HostSlotsTests()
    {
        table = new MemoryTable<HostRow>(Clock);
        Slots = new HostSlots(table, Settings, Clock);
    }

    protected override IHostSlots Slots { get; }

    [Fact]
    public async Task Of_many_workers_at_once_one_gets_the_turn()
    {
        SlotAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => new HostSlots(table, Settings, Clock).TryAcquireAsync("h.no", $"worker {i}", TestContext.Current.CancellationToken))));

        Assert.Single(answers, a => a.Acquired);
        Assert.All(answers.Where(a => !a.Acquired), a => Assert.True(a.RetryAfter > TimeSpan.Zero));
    }
}
