using Microsoft.Azure.Functions.Worker;

namespace Monitor.Local.Tests.Runner;

internal sealed class WorkFunctions(Probe probe)
{
    [Function("Work")]
    public Task Work([QueueTrigger("work")] string message, CancellationToken cancellation) => probe.HandleAsync(message, this, cancellation);
}

internal sealed class WorkPoisonFunctions(Probe probe)
{
    [Function("WorkPoison")]
    public Task WorkPoison([QueueTrigger("work-poison")] string message, CancellationToken cancellation) => probe.HandleAsync(message, this, cancellation);
}

internal sealed class DeafFunctions(Probe probe)
{
    [Function("Deaf")]
    public Task Deaf([QueueTrigger("work")] string message, CancellationToken cancellation) => probe.HandleDeafAsync(message, this, cancellation);
}

internal sealed class ScopedFunctions(Probe probe, ScopedThing thing)
{
    public ScopedThing Thing => thing;

    [Function("Scoped")]
    public Task Scoped([QueueTrigger("work")] string message) => probe.HandleAsync(message, this, CancellationToken.None);
}

internal sealed class ScopedThing : IDisposable
{
    private readonly TaskCompletionSource disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Disposed => disposed.Task;

    public void Dispose() => disposed.TrySetResult();
}
