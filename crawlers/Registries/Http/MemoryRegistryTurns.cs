namespace Monitor.Crawlers.Registries.Http;

/// <summary>Turn-taking within one process: for the command line.</summary>
internal sealed class MemoryRegistryTurns(TimeProvider clock) : IRegistryTurns
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, RegistryRow> registries = [];

    public Task<TimeSpan?> ReserveAsync(string registry, RegistryPace pace, TimeSpan longest, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (pace.Reserve(Row(registry), clock.GetUtcNow(), longest) is not { } turn)
                return Task.FromResult<TimeSpan?>(null);
            registries[registry] = turn.Row;
            return Task.FromResult<TimeSpan?>(turn.Wait);
        }
    }

    public Task RestAsync(string registry, TimeSpan rest, CancellationToken cancellation)
    {
        lock (gate)
            registries[registry] = Row(registry) with { RestsUntil = clock.GetUtcNow() + rest };
        return Task.CompletedTask;
    }

    private RegistryRow Row(string registry) => registries.GetValueOrDefault(registry) ?? new RegistryRow();
}
