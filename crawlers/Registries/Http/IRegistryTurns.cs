namespace Monitor.Crawlers.Registries.Http;

/// <summary>Who may ask a registry when: the seam between all workers' common row and the command line, which stores nothing.</summary>
internal interface IRegistryTurns
{
    /// <summary>Reserves the next turn.</summary>
    /// <returns>How long to wait for it; null when it is too far away, and none is reserved.</returns>
    Task<TimeSpan?> ReserveAsync(string registry, RegistryPace pace, TimeSpan longest, CancellationToken cancellation);

    /// <summary>Leaves the registry alone for as long as it asks (Retry-After).</summary>
    Task RestAsync(string registry, TimeSpan rest, CancellationToken cancellation);
}
