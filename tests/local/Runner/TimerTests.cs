using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Monitor.Local.Runner;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>When timers run, by a clock that the test turns. Times are those of 24 November 2026 (UTC).</summary>
public sealed class TimerTests : IDisposable
{
    private readonly FakeTimeProvider clock = new(At("12:00:01"));
    private readonly TimerProbe probe = new();
    private readonly MemoryBlobs blobs = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource cancelling = new();

    public void Dispose()
    {
        stopping.Dispose();
        cancelling.Dispose();
    }

    [Fact]
    public async Task It_runs_each_time_it_is_due()
    {
        Task loop = Start<Hourly>();

        Assert.Equal("13:00", await RunAsync(TimeSpan.FromHours(1)));
        Assert.Equal("14:00", await RunAsync(TimeSpan.FromHours(1)));

        await StopAsync(loop);
        Assert.Equal(2, probe.Count);
    }

    [Fact]
    public async Task It_does_not_run_before_it_is_due()
    {
        Task loop = Start<Hourly>();

        clock.Advance(TimeSpan.FromSeconds(59 * 60));
        Assert.Equal("13:00", await RunAsync(TimeSpan.FromSeconds(59)));

        await StopAsync(loop);
    }

    [Fact]
    public async Task A_wait_longer_than_a_delay_can_be_is_waited_for()
    {
        Task loop = Start<Yearly>();

        clock.Advance(new DateTimeOffset(2027, 7, 1, 0, 0, 0, TimeSpan.Zero) - clock.GetUtcNow());
        TimerCall call = await probe.NextAsync();
        call.Succeed();

        Assert.False(call.Timer.IsPastDue);
        await StopAsync(loop);
    }

    [Fact]
    public async Task It_runs_at_start_if_it_asks_to_and_then_when_due()
    {
        Task loop = Start<AtStart>();

        TimerCall first = await probe.NextAsync();
        first.Succeed();
        Assert.Equal("13:00", await RunAsync(TimeSpan.FromHours(1)));

        Assert.Equal(At("12:00:01"), first.At);
        await StopAsync(loop);
    }

    [Fact]
    public async Task Runs_missed_while_the_process_was_down_are_caught_up_once()
    {
        await RememberAsync(nameof(Hourly), At("08:00:00"));
        Task loop = Start<Hourly>();

        TimerCall missed = await probe.NextAsync();
        missed.Succeed();
        Assert.Equal("13:00", await RunAsync(TimeSpan.FromHours(1), pastDue: false));

        Assert.Equal((At("12:00:01"), true), (missed.At, missed.Timer.IsPastDue));
        Assert.Equal(At("08:00:00").UtcDateTime, missed.Timer.ScheduleStatus!.Last);
        Assert.Equal(At("13:00:00").UtcDateTime, missed.Timer.ScheduleStatus.Next);
        await StopAsync(loop);
        Assert.Equal(2, probe.Count);
    }

    [Fact]
    public async Task A_run_missed_after_the_very_first_start_is_caught_up_too()
    {
        await StopAsync(Start<Hourly>());
        clock.Advance(TimeSpan.FromHours(5));

        using var second = new CancellationTokenSource();
        Task loop = Start<Hourly>(second.Token);
        TimerCall missed = await probe.NextAsync();
        missed.Succeed();

        Assert.True(missed.Timer.IsPastDue);
        await second.CancelAsync();
        await loop;
    }

    [Fact]
    public async Task A_restart_between_two_runs_runs_nothing()
    {
        await RememberAsync(nameof(Hourly), At("12:00:00"));
        Task loop = Start<Hourly>();

        Assert.Equal("13:00", await RunAsync(TimeSpan.FromHours(1), pastDue: false));

        await StopAsync(loop);
        Assert.Equal(1, probe.Count);
    }

    [Fact]
    public async Task Two_runs_never_overlap_and_what_came_due_meanwhile_is_one_run()
    {
        Task loop = Start<Hourly>();
        clock.Advance(TimeSpan.FromHours(1));
        TimerCall slow = await probe.NextAsync();

        clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(1, probe.Count);
        slow.Succeed();
        TimerCall caughtUp = await probe.NextAsync();
        caughtUp.Succeed();
        Assert.Equal("17:00", await RunAsync(TimeSpan.FromHours(1)));

        Assert.Equal(At("16:00:01"), caughtUp.At);
        await StopAsync(loop);
        Assert.Equal((3, 1), (probe.Count, probe.Most));
    }

    [Fact]
    public async Task A_run_that_failed_does_not_stop_the_timer()
    {
        Task loop = Start<Hourly>();
        clock.Advance(TimeSpan.FromHours(1));
        (await probe.NextAsync()).Fail();

        Assert.Equal("14:00", await RunAsync(TimeSpan.FromHours(1)));

        await StopAsync(loop);
    }

    [Fact]
    public async Task A_run_that_the_shutdown_cut_short_is_owed_to_the_next_start()
    {
        await RememberAsync(nameof(Hourly), At("11:00:00"));
        Task loop = Start<Hourly>();
        await probe.NextAsync();

        await stopping.CancelAsync();
        await cancelling.CancelAsync();
        await loop;

        Assert.Equal(At("11:00:00"), await RememberedAsync(nameof(Hourly)));
    }

    [Fact]
    public async Task A_run_that_ends_during_the_drain_is_not_owed()
    {
        await RememberAsync(nameof(Hourly), At("11:00:00"));
        Task loop = Start<Hourly>();
        TimerCall call = await probe.NextAsync();

        await stopping.CancelAsync();
        call.Succeed();
        await loop;

        Assert.Equal(At("12:00:01"), await RememberedAsync(nameof(Hourly)));
        Assert.Equal(1, probe.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    public async Task A_memory_that_cannot_be_read_starts_anew(string content)
    {
        await blobs.WriteAsync(TimerMemory.BlobOf(nameof(Hourly)), BinaryData.FromString(content), "application/json", TestContext.Current.CancellationToken);
        Task loop = Start<Hourly>();

        Assert.Equal("13:00", await RunAsync(TimeSpan.FromHours(1), pastDue: false));

        await StopAsync(loop);
    }

    [Fact]
    public async Task A_timer_that_keeps_no_monitor_remembers_nothing()
    {
        Task loop = Start<Forgetful>();

        await RunAsync(TimeSpan.FromHours(1));

        await StopAsync(loop);
        Assert.Empty(await blobs.ListAsync("", TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken));
    }

    private static DateTimeOffset At(string time) => new(new DateOnly(2026, 11, 24).ToDateTime(TimeOnly.Parse(time, null)), TimeSpan.Zero);

    private Task Start<TFunctions>(CancellationToken? stop = null)
    {
        IServiceProvider services = new ServiceCollection().AddSingleton(probe).AddSingleton<TimeProvider>(clock).BuildServiceProvider();
        TimerFunction timer = Assert.Single(FunctionCatalogue.Read([typeof(TFunctions)], new ConfigurationBuilder().Build()).Timers);
        var invoker = new FunctionInvoker(services.GetRequiredService<IServiceScopeFactory>(), Timeout.InfiniteTimeSpan, TimeSpan.Zero, clock, NullLogger.Instance);
        return new TimerLoop(timer, invoker, new TimerMemory(blobs, NullLogger.Instance), clock).RunAsync(stop ?? stopping.Token, cancelling.Token);
    }

    private async Task<string> RunAsync(TimeSpan advance, bool? pastDue = null)
    {
        clock.Advance(advance);
        TimerCall call = await probe.NextAsync();
        call.Succeed();
        if (pastDue is { } expected)
            Assert.Equal(expected, call.Timer.IsPastDue);
        return call.At.ToString("HH:mm", null);
    }

    private async Task StopAsync(Task loop)
    {
        await stopping.CancelAsync();
        await loop;
    }

    private Task RememberAsync(string function, DateTimeOffset at) =>
        blobs.WriteAsync(TimerMemory.BlobOf(function), BinaryData.FromString(JsonSerializer.Serialize(new { at })), "application/json", TestContext.Current.CancellationToken);

    private async Task<DateTimeOffset> RememberedAsync(string function) =>
        (await blobs.ReadAsync(TimerMemory.BlobOf(function), TestContext.Current.CancellationToken))!.ToObjectFromJson<Dictionary<string, DateTimeOffset>>()!["at"];
}
