using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;

namespace Monitor.Shared.Tests.Storage;

public sealed class AzureTableTests : TableContract
{
    private readonly Task<IServiceProvider> services = AzuriteStorage.NewAsync();

    private protected override async Task<ITable<TRow>> TableAsync<TRow>() => (await services).GetRequiredService<ITable<TRow>>();
}

public sealed class AzureReplacementTests : ReplacementContract
{
    private protected override async Task<ITable<SampleRow>> TableAsync() => (await AzuriteStorage.NewAsync()).GetRequiredService<ITable<SampleRow>>();
}

public sealed class AzureListingTests : ListingContract
{
    private protected override async Task<ITable<SampleRow>> TableAsync() => (await AzuriteStorage.NewAsync()).GetRequiredService<ITable<SampleRow>>();
}

public sealed class AzureBlobTests : BlobContract
{
    private protected override async Task<IBlobs> BlobsAsync() => (await AzuriteStorage.NewAsync()).GetRequiredService<IBlobs>();
}
