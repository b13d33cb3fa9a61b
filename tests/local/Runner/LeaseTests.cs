using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>The lease on a message: it outlasts a slow handler, and ends with a process that was killed.</summary>
public sealed class LeaseTests
{
    [Fact]
    public async Task A_message_is_leased_for_the_time_set()
    {
        await using RunnerHost runner = await RunnerHost.StartAsync(typeof(WorkFunctions), leaseSeconds: 600);
        await runner.Traffic.SeenAsync(Traffic.Received("work"));

        Assert.Contains("visibilitytimeout=600", runner.Traffic.Answered.First(Traffic.Received("work")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_outlasts_its_lease_keeps_its_message()
    {
        await using RunnerHost runner = await RunnerHost.StartAsync(typeof(WorkFunctions), leaseSeconds: 1);
        await runner.SendAsync("slow");

        Call call = await runner.Probe.NextAsync();
        // Renewed at half: four renewals are twice the lease.
        await runner.Traffic.SeenAsync(Traffic.Updated("work"), times: 4);
        call.Succeed();
        await runner.Traffic.SeenAsync(Traffic.Deleted("work"));

        Assert.Equal((0, 1), (await runner.CountAsync(), runner.Probe.Count));
    }

    [Fact]
    public async Task A_killed_process_message_comes_back_when_its_lease_runs_out()
    {
        await using RunnerHost runner = await RunnerHost.NewAsync(typeof(WorkFunctions));
        await runner.SendAsync("orphan");
        // A process that was killed leaves just this: a lease that nobody renews.
        Assert.NotNull(await runner.TakeAsync(TimeSpan.FromSeconds(1)));

        await runner.StartAsync();
        Call call = await runner.Probe.NextAsync();
        call.Succeed();
        await runner.Traffic.SeenAsync(Traffic.Deleted("work"));

        Assert.Equal("orphan", call.Message);
        Assert.Equal(0, await runner.CountAsync());
    }

    [Fact]
    public async Task A_message_that_another_took_over_is_left_to_the_other()
    {
        await using RunnerHost runner = await RunnerHost.StartAsync(typeof(WorkFunctions), leaseSeconds: 1);
        await runner.SendAsync("contested");
        Call call = await runner.Probe.NextAsync();
        // The renewals stop reaching storage, as on a machine that slept, and another takes the message.
        runner.Traffic.Break(requests: int.MaxValue);
        await runner.WhenVisibleAsync();
        Assert.NotNull(await runner.TakeAsync(TimeSpan.FromMinutes(1)));
        runner.Traffic.Break(requests: 0);

        call.Succeed();
        await runner.StopAsync();

        Assert.Equal(1, await runner.CountAsync());
    }
}
