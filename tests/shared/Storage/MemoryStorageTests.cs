using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;

namespace Monitor.Shared.Tests.Storage;

public sealed class MemoryTableTests : TableContract
{
    private readonly IServiceProvider services = MemoryServices.New();

    private protected override Task<ITable<TRow>> TableAsync<TRow>() => Task.FromResult(services.GetRequiredService<ITable<TRow>>());
}

public sealed class MemoryReplacementTests : ReplacementContract
{
    private protected override Task<ITable<SampleRow>> TableAsync() => Task.FromResult(MemoryServices.New().GetRequiredService<ITable<SampleRow>>());
}

public sealed class MemoryListingTests : ListingContract
{
    private protected override Task<ITable<SampleRow>> TableAsync() => Task.FromResult(MemoryServices.New().GetRequiredService<ITable<SampleRow>>());
}

public sealed class MemoryBlobTests : BlobContract
{
    private protected override Task<IBlobs> BlobsAsync() => Task.FromResult(MemoryServices.New().GetRequiredService<IBlobs>());
}

internal static class MemoryServices
{
    public static IServiceProvider New() => new ServiceCollection().AddSingleton(TimeProvider.System).AddMemoryStorage().BuildServiceProvider();
}
