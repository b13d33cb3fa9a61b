using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>When timers run.</summary>
public sealed class TimerTests : IDisposable
{
    private readonly TimerRig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task It_runs_each_time_it_is_due()
    {
        Task loop = rig.Start<Hourly>();

        Assert.Equal("13:00", await rig.RunAsync(TimeSpan.FromHours(1)));
        Assert.Equal("14:00", await rig.RunAsync(TimeSpan.FromHours(1)));

        await rig.StopAsync(loop);
        Assert.Equal(2, rig.Probe.Count);
    }

    [Fact]
    public async Task It_does_not_run_before_it_is_due()
    {
        Task loop = rig.Start<Hourly>();

        rig.Clock.Advance(TimeSpan.FromSeconds(59 * 60));
        Assert.Equal("13:00", await rig.RunAsync(TimeSpan.FromSeconds(59)));

        await rig.StopAsync(loop);
    }

    [Fact]
    public async Task A_wait_longer_than_a_delay_can_be_is_waited_for()
    {
        Task loop = rig.Start<Yearly>();

        rig.Clock.Advance(new DateTimeOffset(2027, 7, 1, 0, 0, 0, TimeSpan.Zero) - rig.Clock.GetUtcNow());
        TimerCall call = await rig.Probe.NextAsync();
        call.Succeed();

        Assert.False(call.Timer.IsPastDue);
        await rig.StopAsync(loop);
    }

    [Fact]
    public async Task It_runs_at_start_if_it_asks_to_and_then_when_due()
    {
        Task loop = rig.Start<AtStart>();

        TimerCall first = await rig.Probe.NextAsync();
        first.Succeed();
        Assert.Equal("13:00", await rig.RunAsync(TimeSpan.FromHours(1)));

        Assert.Equal(TimerRig.At("12:00:01"), first.At);
        await rig.StopAsync(loop);
    }

    [Fact]
    public async Task A_run_that_failed_does_not_stop_the_timer()
    {
        Task loop = rig.Start<Hourly>();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        (await rig.Probe.NextAsync()).Fail();

        Assert.Equal("14:00", await rig.RunAsync(TimeSpan.FromHours(1)));

        await rig.StopAsync(loop);
    }
}
