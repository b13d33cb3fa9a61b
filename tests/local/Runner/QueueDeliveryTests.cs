using Azure.Storage.Queues.Models;
using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>What becomes of a message: handled, tried again, poison.</summary>
public sealed class QueueDeliveryTests
{
    private const string Text = """{"name":"blåbær & <co>"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_handled_message_is_deleted()
    {
        await using RunnerHost runner = await RunnerHost.StartAsync(typeof(WorkFunctions));
        await runner.SendAsync(Text);

        Call call = await runner.Probe.NextAsync();
        call.Succeed();
        await runner.Traffic.SeenAsync(Traffic.Deleted("work"));

        Assert.Equal(Text, call.Message);
        Assert.Equal(0, await runner.CountAsync());
        Assert.Equal(1, runner.Probe.Count);
    }

    [Fact]
    public async Task A_queue_that_is_missing_is_made()
    {
        await using RunnerHost runner = await RunnerHost.NewAsync(typeof(WorkFunctions));
        await runner.Queue.DeleteAsync(Cancellation);

        await runner.StartAsync();
        await runner.Traffic.SeenAsync(Traffic.Received("work"));

        Assert.True(await runner.Queue.ExistsAsync(Cancellation));
    }

    [Fact]
    public async Task A_message_whose_handler_threw_comes_back_whole_after_the_visibility_timeout()
    {
        await using RunnerHost runner = await RunnerHost.StartAsync(typeof(WorkFunctions), HostJsonFile.Of(visibilitySeconds: 1));
        await runner.SendAsync(Text);

        (await runner.Probe.NextAsync()).Fail();
        await runner.Traffic.SeenAsync(Traffic.Updated("work"));
        Call second = await runner.Probe.NextAsync();
        second.Succeed();
        await runner.Traffic.SeenAsync(Traffic.Deleted("work"));

        Assert.Equal(Text, second.Message);
        Assert.Contains("visibilitytimeout=1", runner.Traffic.Answered.Single(Traffic.Updated("work")), StringComparison.Ordinal);
        Assert.Equal(0, await runner.CountAsync());
    }

    [Fact]
    public async Task A_message_that_failed_as_often_as_allowed_moves_to_the_poison_queue()
    {
        await using RunnerHost runner = await RunnerHost.StartAsync(typeof(WorkFunctions), HostJsonFile.Of(maxDequeueCount: 2));
        await runner.SendAsync(Text);

        (await runner.Probe.NextAsync()).Fail();
        (await runner.Probe.NextAsync()).Fail();
        await runner.Traffic.SeenAsync(Traffic.Deleted("work"));

        QueueMessage poison = await runner.Poison.ReceiveMessageAsync(cancellationToken: Cancellation);
        Assert.Equal(Text, poison.Body.ToString());
        Assert.Equal(9999, poison.ExpiresOn!.Value.Year);
        Assert.Equal((0, 2), (await runner.CountAsync(), runner.Probe.Count));
    }

    [Fact]
    public async Task A_poison_queue_is_made_when_it_is_needed()
    {
        await using RunnerHost runner = await RunnerHost.NewAsync(typeof(WorkFunctions), HostJsonFile.Of(maxDequeueCount: 1));
        await runner.Poison.DeleteAsync(Cancellation);
        await runner.StartAsync();
        await runner.SendAsync(Text);

        (await runner.Probe.NextAsync()).Fail();
        await runner.Traffic.SeenAsync(Traffic.Deleted("work"));

        Assert.Equal(Text, (await runner.Poison.ReceiveMessageAsync(cancellationToken: Cancellation)).Value.Body.ToString());
    }

    [Fact]
    public async Task A_message_whose_tries_were_used_up_by_dying_processes_is_poison_without_another()
    {
        await using RunnerHost runner = await RunnerHost.NewAsync(typeof(WorkFunctions), HostJsonFile.Of(maxDequeueCount: 2));
        await runner.SendAsync(Text);
        for (int i = 0; i < 2; i++)
        {
            QueueMessage? taken = await runner.TakeAsync();
            await runner.Queue.UpdateMessageAsync(taken!.MessageId, taken.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: Cancellation);
        }

        await runner.StartAsync();
        await runner.Traffic.SeenAsync(Traffic.Deleted("work"));

        Assert.Equal(Text, (await runner.Poison.ReceiveMessageAsync(cancellationToken: Cancellation)).Value.Body.ToString());
        Assert.Equal(0, runner.Probe.Count);
    }

    [Fact]
    public async Task A_message_that_fails_in_the_poison_queue_stays_there_hidden()
    {
        await using RunnerHost runner = await RunnerHost.NewAsync(typeof(WorkPoisonFunctions), HostJsonFile.Of(maxDequeueCount: 1));
        await runner.Poison.SendMessageAsync(Text, Cancellation);
        await runner.StartAsync();

        (await runner.Probe.NextAsync()).Fail();
        await runner.StopAsync();

        Assert.Equal(1, (await runner.Poison.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount);
        Assert.Null((await runner.Poison.ReceiveMessageAsync(cancellationToken: Cancellation)).Value);
        Assert.DoesNotContain(runner.Traffic.Answered, r => r.Contains("work-poison-poison", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_call_has_a_scope_of_its_own()
    {
        await using RunnerHost runner = await RunnerHost.StartAsync(typeof(ScopedFunctions));
        await runner.SendAsync("1", "2");

        Call[] calls = [await runner.Probe.NextAsync(), await runner.Probe.NextAsync()];
        ScopedThing[] things = [.. calls.Select(c => ((ScopedFunctions)c.Handler).Thing)];
        Assert.NotSame(things[0], things[1]);
        Assert.All(things, t => Assert.False(t.Disposed.IsCompleted));

        foreach (Call call in calls)
            call.Succeed();
        await Task.WhenAll(things.Select(t => t.Disposed)).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    [Fact]
    public async Task No_more_run_at_once_than_host_json_allows()
    {
        await using RunnerHost runner = await RunnerHost.NewAsync(typeof(WorkFunctions), HostJsonFile.Of(batchSize: 2, newBatchThreshold: 1));
        await runner.SendAsync(Enumerable.Range(1, 7).Select(i => $"{i}"));
        await runner.StartAsync();

        Call[] batch = [await runner.Probe.NextAsync(), await runner.Probe.NextAsync()];
        batch[0].Succeed();
        Call[] next = [await runner.Probe.NextAsync(), await runner.Probe.NextAsync()];
        foreach (Call call in (Call[])[batch[1], .. next])
            call.Succeed();
        for (int i = 5; i <= 7; i++)
            (await runner.Probe.NextAsync()).Succeed();
        await runner.Traffic.SeenAsync(Traffic.Deleted("work"), times: 7);

        Assert.Equal(3, runner.Probe.Most);
    }

    [Fact]
    public async Task A_queue_that_cannot_be_read_for_a_while_is_read_again()
    {
        await using RunnerHost runner = await RunnerHost.NewAsync(typeof(WorkFunctions));
        runner.Traffic.Break(requests: 3);
        await runner.SendAsync(Text);

        await runner.StartAsync();

        (await runner.Probe.NextAsync()).Succeed();
        await runner.Traffic.SeenAsync(Traffic.Deleted("work"));
        Assert.Equal(0, await runner.CountAsync());
    }
}
