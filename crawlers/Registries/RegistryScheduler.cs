namespace Monitor.Crawlers.Registries;

/// <summary>Orders the daily look at the registries for every agency.</summary>
public sealed class RegistryScheduler
{
    /// <summary>Enqueues one check an agency.</summary>
    public Task RunAsync(CancellationToken cancellation) => throw new NotSupportedException();
}
