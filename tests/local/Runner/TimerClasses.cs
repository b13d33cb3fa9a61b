using Microsoft.Azure.Functions.Worker;

namespace Monitor.Local.Tests.Runner;

internal sealed class Hourly(TimerProbe probe, TimeProvider clock)
{
    [Function(nameof(Hourly))]
    public Task Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellation) => probe.RunAsync(timer, clock, cancellation);
}

internal sealed class AtStart(TimerProbe probe, TimeProvider clock)
{
    [Function(nameof(AtStart))]
    public Task Run([TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellation) => probe.RunAsync(timer, clock, cancellation);
}

internal sealed class Yearly(TimerProbe probe, TimeProvider clock)
{
    [Function(nameof(Yearly))]
    public Task Run([TimerTrigger("0 0 0 1 7 *")] TimerInfo timer, CancellationToken cancellation) => probe.RunAsync(timer, clock, cancellation);
}

internal sealed class Forgetful(TimerProbe probe, TimeProvider clock)
{
    [Function(nameof(Forgetful))]
    public Task Run([TimerTrigger("0 0 * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellation) => probe.RunAsync(timer, clock, cancellation);
}
