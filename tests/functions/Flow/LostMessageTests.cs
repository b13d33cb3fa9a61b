namespace Monitor.Functions.Tests.Flow;

/// <summary>Each message of the story lost altogether: the timers find what it should have done.</summary>
public sealed class LostMessageTests
{
    [Fact]
    public async Task Whichever_message_is_lost_the_timers_take_its_work_up_again()
    {
        await using FlowWorld calm = await FlowWorld.StartAsync();
        await TellAsync(calm);
        FlowState expected = await calm.StateAsync();
        Assert.InRange(calm.Queues.Sent, 12, 100);

        for (int number = 0; number < calm.Queues.Sent; number++)
        {
            await using FlowWorld world = await FlowWorld.StartAsync();
            world.Queues.Loses = m => m.Number == number;
            await TellAsync(world);

            Assert.Null(Differences.Of(expected, await world.StateAsync()));
            Assert.Equal(calm.Mail.MessageIds.Order(), world.Mail.MessageIds.Order());
        }
    }

    private static Task TellAsync(FlowWorld world) => FlowStory.TellAsync(world, () => RecoverAsync(world));

    // What the timers do within the next hours; the nightly one comes round, too.
    private static async Task RecoverAsync(FlowWorld world)
    {
        await world.DeliverAllAsync();
        for (int round = 0; round < 4; round++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(20));
            await world.TimerAsync(t => t.ScheduleScans);
            await world.TimerAsync(t => t.SweepOutbox);
            await world.DeliverAllAsync();
        }
        if (world.Clock.GetUtcNow() > FlowWorld.Begin.AddHours(14))
        {
            await world.TimerAsync(t => t.CheckRegistries);
            await world.DeliverAllAsync();
        }
    }
}
