using Monitor.Shared.Access;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Flow;

/// <summary>What a site can make long or many fits into rows, messages and mails all the same.</summary>
public sealed class HugePageTests
{
    [Fact]
    public async Task A_site_with_endless_texts_and_a_thousand_faults_is_scanned_like_another()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        string padding = new('æ', 100_000);
        foreach (string url in new[] { FlowSite.Start, FlowSite.News })
            world.Site[url] = world.Site[url] with { Title = padding };
        world.Site[FlowSite.News] = world.Site[FlowSite.News] with { Failed = ["label/form input"], Padding = padding };
        await world.TimerAsync(t => t.ScheduleScans);
        await world.DeliverAllAsync();

        world.Site[FlowSite.News] = world.Site[FlowSite.News] with { Failed = [.. Enumerable.Range(0, 1000).Select(i => $"label/form input{i}")], Padding = padding[..1000] };
        world.Clock.SetUtcNow(FlowWorld.Begin.AddDays(7));
        await world.TimerAsync(t => t.ScheduleScans);
        await world.DeliverAllAsync();

        Assert.Equal([ScanStatus.Completed, ScanStatus.Completed], (await world.RowsAsync<ScanRow>()).Select(s => s.Status));
        Assert.InRange((await world.RowsAsync<FindingRow>()).Count, 1001, 1003);
        Assert.Empty(await world.RowsAsync<TaskRow>());
    }
}
