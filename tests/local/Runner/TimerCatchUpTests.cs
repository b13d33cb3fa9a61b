using Monitor.Local.Runner;
using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>What becomes of runs that were missed, took long or were cut short.</summary>
public sealed class TimerCatchUpTests : IDisposable
{
    private readonly TimerRig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task Runs_missed_while_the_process_was_down_are_caught_up_once()
    {
        await rig.RememberAsync(nameof(Hourly), TimerRig.At("08:00:00"));
        Task loop = rig.Start<Hourly>();

        TimerCall missed = await rig.Probe.NextAsync();
        missed.Succeed();
        Assert.Equal("13:00", await rig.RunAsync(TimeSpan.FromHours(1), pastDue: false));

        Assert.Equal((TimerRig.At("12:00:01"), true), (missed.At, missed.Timer.IsPastDue));
        Assert.Equal(TimerRig.At("08:00:00").UtcDateTime, missed.Timer.ScheduleStatus!.Last);
        Assert.Equal(TimerRig.At("13:00:00").UtcDateTime, missed.Timer.ScheduleStatus.Next);
        await rig.StopAsync(loop);
        Assert.Equal(2, rig.Probe.Count);
    }

    [Fact]
    public async Task A_run_missed_after_the_very_first_start_is_caught_up_too()
    {
        await rig.StopAsync(rig.Start<Hourly>());
        rig.Clock.Advance(TimeSpan.FromHours(5));

        using var second = new CancellationTokenSource();
        Task loop = rig.Start<Hourly>(second.Token);
        TimerCall missed = await rig.Probe.NextAsync();
        missed.Succeed();

        Assert.True(missed.Timer.IsPastDue);
        await second.CancelAsync();
        await loop;
    }

    [Fact]
    public async Task A_restart_between_two_runs_runs_nothing()
    {
        await rig.RememberAsync(nameof(Hourly), TimerRig.At("12:00:00"));
        Task loop = rig.Start<Hourly>();

        Assert.Equal("13:00", await rig.RunAsync(TimeSpan.FromHours(1), pastDue: false));

        await rig.StopAsync(loop);
        Assert.Equal(1, rig.Probe.Count);
    }

    [Fact]
    public async Task Two_runs_never_overlap_and_what_came_due_meanwhile_is_one_run()
    {
        Task loop = rig.Start<Hourly>();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        TimerCall slow = await rig.Probe.NextAsync();

        rig.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(1, rig.Probe.Count);
        slow.Succeed();
        TimerCall caughtUp = await rig.Probe.NextAsync();
        caughtUp.Succeed();
        Assert.Equal("17:00", await rig.RunAsync(TimeSpan.FromHours(1)));

        Assert.Equal(TimerRig.At("16:00:01"), caughtUp.At);
        await rig.StopAsync(loop);
        Assert.Equal((3, 1), (rig.Probe.Count, rig.Probe.Most));
    }

    [Fact]
    public async Task A_run_that_the_shutdown_cut_short_is_owed_to_the_next_start()
    {
        await rig.RememberAsync(nameof(Hourly), TimerRig.At("11:00:00"));
        Task loop = rig.Start<Hourly>();
        await rig.Probe.NextAsync();

        await rig.CancelAsync(loop);

        Assert.Equal(TimerRig.At("11:00:00"), await rig.RememberedAsync(nameof(Hourly)));
    }

    [Fact]
    public async Task A_run_that_ends_during_the_drain_is_not_owed()
    {
        await rig.RememberAsync(nameof(Hourly), TimerRig.At("11:00:00"));
        Task loop = rig.Start<Hourly>();
        TimerCall call = await rig.Probe.NextAsync();

        Task stop = rig.StopAsync(loop);
        call.Succeed();
        await stop;

        Assert.Equal(TimerRig.At("12:00:01"), await rig.RememberedAsync(nameof(Hourly)));
        Assert.Equal(1, rig.Probe.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    public async Task A_memory_that_cannot_be_read_starts_anew(string content)
    {
        await rig.Blobs.WriteAsync(TimerMemory.BlobOf(nameof(Hourly)), BinaryData.FromString(content), "application/json", TestContext.Current.CancellationToken);
        Task loop = rig.Start<Hourly>();

        Assert.Equal("13:00", await rig.RunAsync(TimeSpan.FromHours(1), pastDue: false));

        await rig.StopAsync(loop);
    }

    [Fact]
    public async Task A_timer_that_keeps_no_monitor_remembers_nothing()
    {
        Task loop = rig.Start<Forgetful>();

        await rig.RunAsync(TimeSpan.FromHours(1));

        await rig.StopAsync(loop);
        Assert.Empty(await rig.Blobs.ListAsync("", TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken));
    }
}
