using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Monitor.Local.Runner;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>One timer of a test, and the clock that the test turns. Times are those of 24 November 2026 (UTC); it starts a second past twelve.</summary>
internal sealed class TimerRig : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource cancelling = new();

    public FakeTimeProvider Clock { get; } = new(At("12:00:01"));

    public TimerProbe Probe { get; } = new();

    public MemoryBlobs Blobs { get; } = new();

    public static DateTimeOffset At(string time) => new(new DateOnly(2026, 11, 24).ToDateTime(TimeOnly.Parse(time, null)), TimeSpan.Zero);

    public Task Start<TFunctions>(CancellationToken? stop = null)
    {
        IServiceProvider services = new ServiceCollection().AddSingleton(Probe).AddSingleton<TimeProvider>(Clock).BuildServiceProvider();
        TimerFunction timer = Assert.Single(FunctionCatalogue.Read([typeof(TFunctions)], new ConfigurationBuilder().Build()).Timers);
        var invoker = new FunctionInvoker(services.GetRequiredService<IServiceScopeFactory>(), Timeout.InfiniteTimeSpan, TimeSpan.Zero, Clock, NullLogger.Instance);
        return new TimerLoop(timer, invoker, new TimerMemory(Blobs, NullLogger.Instance), Clock).RunAsync(stop ?? stopping.Token, cancelling.Token);
    }

    /// <summary>Turns the clock and lets the run that is then due end; returns when it began.</summary>
    public async Task<string> RunAsync(TimeSpan advance, bool? pastDue = null)
    {
        Clock.Advance(advance);
        TimerCall call = await Probe.NextAsync();
        call.Succeed();
        if (pastDue is { } expected)
            Assert.Equal(expected, call.Timer.IsPastDue);
        return call.At.ToString("HH:mm", null);
    }

    /// <summary>Cuts short what runs, as a shutdown does after the drain time.</summary>
    public async Task CancelAsync(Task loop)
    {
        await stopping.CancelAsync();
        await cancelling.CancelAsync();
        await loop;
    }

    public async Task StopAsync(Task loop)
    {
        await stopping.CancelAsync();
        await loop;
    }

    public Task RememberAsync(string function, DateTimeOffset at) =>
        Blobs.WriteAsync(TimerMemory.BlobOf(function), BinaryData.FromString(JsonSerializer.Serialize(new { at })), "application/json", TestContext.Current.CancellationToken);

    public async Task<DateTimeOffset> RememberedAsync(string function) =>
        (await Blobs.ReadAsync(TimerMemory.BlobOf(function), TestContext.Current.CancellationToken))!.ToObjectFromJson<Dictionary<string, DateTimeOffset>>()!["at"];

    public void Dispose()
    {
        stopping.Dispose();
        cancelling.Dispose();
    }
}
