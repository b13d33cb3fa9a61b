using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Storage;

public sealed class StorageServicesTests
{
    [Fact]
    public void An_account_name_is_reached_by_managed_identity()
    {
        using ServiceProvider services = Services(("AzureWebJobsStorage:accountName", "monitorst"), ("AzureWebJobsStorage:credential", "managedidentity"));

        Assert.Equal("https://monitorst.table.core.windows.net/", services.GetRequiredService<TableServiceClient>().Uri.ToString());
        Assert.Equal("https://monitorst.blob.core.windows.net/", services.GetRequiredService<BlobServiceClient>().Uri.ToString());
        Assert.Equal("https://monitorst.queue.core.windows.net/", services.GetRequiredService<QueueServiceClient>().Uri.ToString());
    }

    [Fact]
    public void Addresses_of_their_own_win_over_the_account_name()
    {
        using ServiceProvider services = Services(
            ("AzureWebJobsStorage:accountName", "monitorst"), ("AzureWebJobsStorage:tableServiceUri", "https://tables.example.no/"));

        Assert.Equal("https://tables.example.no/", services.GetRequiredService<TableServiceClient>().Uri.ToString());
        Assert.Equal("https://monitorst.blob.core.windows.net/", services.GetRequiredService<BlobServiceClient>().Uri.ToString());
    }

    [Fact]
    public async Task A_missing_setting_stops_the_start_and_is_named()
    {
        await using ServiceProvider services = Services();

        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(services));

        Assert.StartsWith("The setting AzureWebJobsStorage is missing", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret-nonsense")]
    [InlineData("AccountName=a;AccountKey=secret-not-base64;")]
    public async Task An_unreadable_setting_stops_the_start_and_is_not_quoted(string value)
    {
        await using ServiceProvider services = Services(("AzureWebJobsStorage", value));

        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(services));

        Assert.Equal("The setting AzureWebJobsStorage is no storage connection string.", e.Message);
    }

    [Fact]
    public async Task An_address_that_is_none_stops_the_start()
    {
        await using ServiceProvider services = Services(("AzureWebJobsStorage:blobServiceUri", "tables"));

        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(services));

        Assert.Contains("AzureWebJobsStorage__blobServiceUri", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twins_need_no_setting()
    {
        var collection = new ServiceCollection().AddSingleton(TimeProvider.System).AddMonitorStorage(new ConfigurationBuilder().Build()).AddMemoryStorage();
        await using ServiceProvider services = collection.BuildServiceProvider();

        await StartAsync(services);

        Assert.IsType<MemoryBlobs>(services.GetRequiredService<IBlobs>());
        Assert.IsType<MemoryTable<SampleRow>>(services.GetRequiredService<ITable<SampleRow>>());
    }

    [Fact]
    public async Task The_container_is_private()
    {
        IServiceProvider services = await AzuriteStorage.NewAsync();
        await services.GetRequiredService<IBlobs>().ReadAsync("a", TestContext.Current.CancellationToken);

        BlobContainerClient container = services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("monitor");
        Assert.Equal(Azure.Storage.Blobs.Models.PublicAccessType.None, (await container.GetAccessPolicyAsync(cancellationToken: TestContext.Current.CancellationToken)).Value.BlobPublicAccess);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddMonitorStorage(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build())
        .BuildServiceProvider();

    private static async Task StartAsync(IServiceProvider services)
    {
        foreach (IHostedService service in services.GetServices<IHostedService>())
            await service.StartAsync(TestContext.Current.CancellationToken);
    }
}
