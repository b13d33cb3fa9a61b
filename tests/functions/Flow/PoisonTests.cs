using Monitor.Functions.Api.Tasks;
using Monitor.Shared.Access;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Flow;

/// <summary>Each message of the story poison: it becomes a result that says so and a task, and running it again mends what can be mended.</summary>
public sealed class PoisonTests
{
    [Fact]
    public async Task Whichever_message_is_poison_every_scan_ends_with_a_verdict_and_a_task_stands()
    {
        int messages = await CountAsync();
        for (int number = 0; number < messages; number++)
        {
            await using FlowWorld world = await PoisonedAsync(number);
            await FlowStory.TellAsync(world);

            FlowMessage poison = world.Queues.Log[number];
            TaskRow task = Assert.Single(await world.RowsAsync<TaskRow>());
            Assert.Equal((TaskKind.Poison, TaskState.Open, poison.Queue, poison.Body), (task.Kind, task.State, task.Subject, task.Detail));
            Assert.All(await world.RowsAsync<ScanRow>(), s => Assert.True(s.Ended));
            if (poison.Queue is QueueNames.ScanRequests or QueueNames.ScanSteps)
                Assert.Single(await world.RowsAsync<ScanRow>(), s => s is { Status: ScanStatus.Failed, Reason: ScanReasons.Poison });
            else if (poison.Queue == QueueNames.PageAudits)
                Assert.Single(await world.RowsAsync<PageRow>(), p => p is { Status: PageStatus.Failed, Reason: PageReasons.Poison });
        }
    }

    [Fact]
    public async Task Run_again_by_a_supervisor_it_ends_as_if_it_had_not_been_poison_unless_the_scan_was_judged_without_it()
    {
        await using FlowWorld first = await FlowWorld.StartAsync(), both = await FlowWorld.StartAsync();
        await FlowStory.TellAsync(first, scans: 1);
        await FlowStory.TellAsync(both);

        for (int number = 0; number < both.Queues.Sent; number++)
        {
            // A scan's id tells of everything that was done to its solution before, so the first scan's messages are told of without the second.
            FlowWorld calm = number < first.Queues.Sent ? first : both;
            string[] expected = Told(await calm.StateAsync());
            await using FlowWorld world = await PoisonedAsync(number);
            List<TaskDecision> decisions = [];
            await FlowStory.TellAsync(world, () => DeliverAndDecideAsync(world, decisions), calm == first ? 1 : 2);

            string queue = world.Queues.Log[number].Queue;
            Assert.Equal([queue == QueueNames.PageAudits ? TaskDecision.Obsolete : TaskDecision.Done], decisions);
            if (queue != QueueNames.PageAudits)
            {
                Assert.Null(Differences.Of(expected, Told(await world.StateAsync())));
                Assert.Equal("task.accepted", Assert.Single(await world.RowsAsync<AuditRow>()).Action);
            }
        }
    }

    private static async Task<int> CountAsync()
    {
        await using FlowWorld calm = await FlowWorld.StartAsync();
        await FlowStory.TellAsync(calm);
        return calm.Queues.Sent;
    }

    private static async Task<FlowWorld> PoisonedAsync(int number)
    {
        FlowWorld world = await FlowWorld.StartAsync();
        world.Cursed = m => m.Number == number;
        return world;
    }

    private static async Task DeliverAndDecideAsync(FlowWorld world, List<TaskDecision> decisions)
    {
        await world.DeliverAllAsync();
        foreach (TaskRow task in (await world.RowsAsync<TaskRow>()).Where(t => t.State == TaskState.Open))
        {
            TaskDecision decision = await world.Get<TaskDecisions>().DecideAsync(task.RowKey, accept: true, "key", FlowWorld.Cancellation);
            if (decision == TaskDecision.Obsolete)
                await world.Get<TaskDecisions>().DecideAsync(task.RowKey, accept: false, "key", FlowWorld.Cancellation);
            decisions.Add(decision);
        }
        await world.DeliverAllAsync();
    }

    private static string[] Told(FlowState state) =>
        [.. state.Lines.Where(l => !l.StartsWith("tasks ", StringComparison.Ordinal) && !l.StartsWith("audit ", StringComparison.Ordinal))];
}
