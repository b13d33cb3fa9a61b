using Microsoft.Azure.Functions.Worker;
using Monitor.Local.Runner;
using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>A timer's memory outlives the process, on real storage.</summary>
public sealed class TimerStorageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_missed_while_no_process_ran_is_caught_up_at_the_start_and_remembered()
    {
        await using RunnerHost runner = await RunnerHost.NewAsync(typeof(EveryNewYear));
        await runner.Blobs.WriteAsync(TimerMemory.BlobOf("NewYear"), BinaryData.FromString("""{"at":"2020-06-01T00:00:00Z"}"""), "application/json", Cancellation);

        await runner.StartAsync();
        Call call = await runner.Probe.NextAsync();
        call.Succeed();
        await runner.StopAsync();

        Assert.Equal("past due: True", call.Message);
        BinaryData? memory = await runner.Blobs.ReadAsync(TimerMemory.BlobOf("NewYear"), Cancellation);
        Assert.DoesNotContain("2020-06-01", memory!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_start_runs_nothing_and_is_remembered()
    {
        await using RunnerHost runner = await RunnerHost.NewAsync(typeof(EveryNewYear));

        await runner.StartAsync();
        await runner.StopAsync();

        Assert.NotNull(await runner.Blobs.ReadAsync(TimerMemory.BlobOf("NewYear"), Cancellation));
        Assert.Equal(0, runner.Probe.Count);
    }

    private sealed class EveryNewYear(Probe probe)
    {
        [Function("NewYear")]
        public Task NewYear([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer, CancellationToken cancellation) => probe.HandleAsync($"past due: {timer.IsPastDue}", this, cancellation);
    }
}
