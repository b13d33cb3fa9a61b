using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Storage;

namespace Monitor.Tests.Support;

/// <summary>The product's own storage services on the shared <see cref="Azurite"/>.</summary>
public static class AzuriteStorage
{
    /// <summary>Services of the product's storage on an empty account.</summary>
    public static async Task<IServiceProvider> NewAsync()
    {
        Azurite azurite = await Azurite.SharedAsync();
        return new ServiceCollection().AddAzuriteStorage(azurite.NewAccount()).BuildServiceProvider();
    }

    /// <summary>Adds the product's storage on an account.</summary>
    public static IServiceCollection AddAzuriteStorage(this IServiceCollection services, string connectionString) =>
        services.AddMonitorStorage(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["AzureWebJobsStorage"] = connectionString })
            .Build());
}
