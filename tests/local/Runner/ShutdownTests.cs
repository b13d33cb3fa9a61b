using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>How the runner stops, as the Functions host does on SIGTERM.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task What_runs_may_finish_and_nothing_new_begins()
    {
        await using RunnerHost runner = await RunnerHost.StartAsync(typeof(WorkFunctions), HostJsonFile.Of(batchSize: 1, newBatchThreshold: 0));
        await runner.SendAsync("first", "second");
        Call first = await runner.Probe.NextAsync();

        Task stop = runner.StopAsync();
        Assert.False(first.Cancellation.IsCancellationRequested);
        first.Succeed();
        await stop;

        Assert.Equal((1, 1), (await runner.CountAsync(), runner.Probe.Count));
        Assert.Equal("second", (await runner.TakeAsync())?.Body.ToString());
    }

    [Fact]
    public async Task After_the_drain_time_what_runs_is_cancelled_and_its_message_put_back()
    {
        await using RunnerHost runner = await RunnerHost.StartAsync(typeof(WorkFunctions), drainSeconds: 0.1);
        await runner.SendAsync("long");
        Call call = await runner.Probe.NextAsync();

        await runner.StopAsync();

        Assert.True(call.Cancellation.IsCancellationRequested);
        Assert.Equal("long", (await runner.TakeAsync())?.Body.ToString());
    }

    [Fact]
    public async Task What_does_not_end_when_cancelled_is_left_behind_with_its_lease()
    {
        await using RunnerHost runner = await RunnerHost.StartAsync(typeof(DeafFunctions), drainSeconds: 0.1, cancelSeconds: 0.1);
        await runner.SendAsync("deaf");
        Call call = await runner.Probe.NextAsync();

        await runner.StopAsync();

        Assert.True(call.Cancellation.IsCancellationRequested);
        Assert.Equal(1, await runner.CountAsync());
        Assert.Null(await runner.TakeAsync());
        call.Succeed();
    }

    [Fact]
    public async Task A_message_that_arrives_while_stopping_is_put_back_at_once()
    {
        var release = new TaskCompletionSource();
        await using RunnerHost runner = await RunnerHost.NewAsync(typeof(WorkFunctions));
        await runner.SendAsync("late");
        Task reached = runner.Traffic.HoldNextAsync(Traffic.Received("work"), release.Task);
        await runner.StartAsync();
        await reached;

        Task stop = runner.StopAsync();
        release.SetResult();
        await stop;

        Assert.Equal(0, runner.Probe.Count);
        Assert.Equal("late", (await runner.TakeAsync())?.Body.ToString());
    }

    [Fact]
    public async Task A_function_that_takes_too_long_is_cancelled_and_its_message_tried_again()
    {
        await using RunnerHost runner = await RunnerHost.StartAsync(typeof(WorkFunctions), HostJsonFile.Of(functionTimeout: "00:00:00.2"));
        await runner.SendAsync("slow");

        Call first = await runner.Probe.NextAsync();
        Call second = await runner.Probe.NextAsync();
        second.Succeed();

        Assert.True(first.Cancellation.IsCancellationRequested);
        Assert.Equal("slow", second.Message);
    }

    [Fact]
    public async Task A_function_that_takes_too_long_and_does_not_end_is_left_behind_and_its_message_tried_again()
    {
        await using RunnerHost runner = await RunnerHost.StartAsync(typeof(DeafFunctions), HostJsonFile.Of(functionTimeout: "00:00:00.2"), cancelSeconds: 0.1);
        await runner.SendAsync("deaf");

        Call first = await runner.Probe.NextAsync();
        Call second = await runner.Probe.NextAsync();
        first.Succeed();
        second.Succeed();

        Assert.Equal("deaf", second.Message);
    }
}
