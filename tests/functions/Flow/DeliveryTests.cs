using Monitor.Shared.Obligations;

namespace Monitor.Functions.Tests.Flow;

/// <summary>At least once and in any order, with workers that run at once, and with several faults in one run.</summary>
public sealed class DeliveryTests
{
    private static async Task<(FlowState State, string[] Mails)> CalmAsync()
    {
        await using FlowWorld calm = await FlowWorld.StartAsync();
        await FlowStory.TellAsync(calm);
        FlowState state = await calm.StateAsync();
        // The clock is turned only for who waits for it; otherwise it would run away with every limit there is.
        Assert.DoesNotContain(state.Lines, l => l.Contains(ObligationReasons.Timeout, StringComparison.Ordinal));
        return (state, [.. calm.Mail.MessageIds.Order()]);
    }

    [Fact]
    public async Task Messages_delivered_up_to_three_times_and_shuffled_end_the_same()
    {
        (FlowState expected, string[] mails) = await CalmAsync();
        for (int seed = 0; seed < 20; seed++)
        {
            await using FlowWorld world = await FlowWorld.StartAsync();
            var random = new Random(seed);
            await FlowStory.TellAsync(world, () => world.DeliverAllAsync(random));

            Assert.Null(Differences.Of(expected, await world.StateAsync()));
            Assert.Equal(mails, world.Mail.MessageIds.Order());
        }
    }

    [Fact]
    public async Task Workers_at_the_same_messages_at_once_end_the_same_and_load_one_page_at_a_time()
    {
        (FlowState expected, string[] mails) = await CalmAsync();
        for (int seed = 0; seed < 20; seed++)
        {
            await using FlowWorld world = await FlowWorld.StartAsync();
            var random = new Random(seed);
            await FlowStory.TellAsync(world, () => world.DeliverAtOnceAsync(random));

            Assert.Null(Differences.Of(expected, await world.StateAsync()));
            Assert.Equal(mails, world.Mail.MessageIds.Order());
            Assert.Equal(1, world.Site.MostAtOnce);
        }
    }

    [Fact]
    public async Task Several_faults_in_one_run_end_the_same()
    {
        (FlowState expected, string[] mails) = await CalmAsync();
        int faults = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            await using FlowWorld world = await FlowWorld.StartAsync();
            var random = new Random(seed);
            // Fewer than make a message poison, however they fall.
            world.Faults.Plan = p => world.Faults.Happened < FlowQueues.MaxDequeueCount - 1 && random.Next(80) == 0 ? Draw(random, p) : null;
            await FlowStory.TellAsync(world, () => world.DeliverAllAsync(random));
            faults += world.Faults.Happened;

            Assert.Null(Differences.Of(expected, await world.StateAsync()));
            Assert.Equal(mails, world.Mail.MessageIds.Distinct().Order());
            Assert.Equal(mails.Length, world.Mail.Taken.Select(m => Convert.ToHexString(m.Bytes)).Distinct().Count());
        }
        Assert.InRange(faults, 80, 160);
    }

    private static FaultKind Draw(Random random, FaultPoint point) => (FaultKind)random.Next(point.IsStorage ? 4 : 2);
}
