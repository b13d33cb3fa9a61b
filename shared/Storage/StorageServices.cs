using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Monitor.Shared.Storage;

/// <summary>Registers: Tables, blobs and queues.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds <see cref="ITable{TRow}"/>, <see cref="IBlobs"/> and <see cref="IQueues"/> on the account that the setting <c>AzureWebJobsStorage</c> names.
    /// The setting is validated at start, unless others have taken the place of these.
    /// </summary>
    public static IServiceCollection AddMonitorStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(_ => new StorageConnection(configuration));
        services.TryAddSingleton<TableServiceClient>(s => s.GetRequiredService<StorageConnection>().Tables());
        services.TryAddSingleton<BlobServiceClient>(s => s.GetRequiredService<StorageConnection>().Blobs());
        services.TryAddSingleton<QueueServiceClient>(s => s.GetRequiredService<StorageConnection>().Queues());

        services.TryAddSingleton(typeof(ITable<>), typeof(AzureTable<>));
        services.TryAddSingleton<AzureBlobs>();
        services.TryAddSingleton<IBlobs>(s => s.GetRequiredService<AzureBlobs>());
        services.TryAddSingleton<IBlobAges>(s => s.GetRequiredService<AzureBlobs>());
        services.TryAddSingleton<IQueues, AzureQueues>();
        services.AddHostedService<StorageStart>();
        return services;
    }
}
