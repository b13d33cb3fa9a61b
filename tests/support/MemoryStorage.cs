using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Storage;

namespace Monitor.Tests.Support;

/// <summary>Puts the in-memory twins in the place of Azure Storage.</summary>
public static class MemoryStorage
{
    /// <summary>Registers the twins; call it after the product's own services so that these win.</summary>
    public static IServiceCollection AddMemoryStorage(this IServiceCollection services)
    {
        services.AddSingleton(typeof(ITable<>), typeof(MemoryTable<>));
        services.AddSingleton<MemoryBlobs>();
        services.AddSingleton<IBlobs>(s => s.GetRequiredService<MemoryBlobs>());
        services.AddSingleton<IBlobAges>(s => s.GetRequiredService<MemoryBlobs>());
        services.AddSingleton<MemoryQueues>();
        services.AddSingleton<IQueues>(s => s.GetRequiredService<MemoryQueues>());
        return services;
    }
}
