using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Monitor.Shared.Storage;

/// <summary>Makes a missing or unreadable storage setting stop the start, instead of failing the first handler. Nothing is called: storage that is down for a moment must not keep us down.</summary>
internal sealed class StorageStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Making the clients reads the setting.
        if (services.GetService<IBlobs>() is AzureBlobs && services.GetService<IQueues>() is AzureQueues)
            services.GetRequiredService<TableServiceClient>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
