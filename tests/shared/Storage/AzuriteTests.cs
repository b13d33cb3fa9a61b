using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Storage;

/// <summary>What tests rely on in the emulator they are given.</summary>
public sealed class AzuriteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_account_is_empty_and_apart()
    {
        Azurite azurite = await Azurite.SharedAsync();
        (IBlobs first, IBlobs second) = (Blobs(azurite.NewAccount()), Blobs(azurite.NewAccount()));

        await first.WriteAsync("a", BinaryData.FromString("first"), "text/plain", Cancellation);

        Assert.Null(await second.ReadAsync("a", Cancellation));
    }

    [Fact]
    public async Task One_with_a_folder_has_its_data_again_after_a_gentle_stop()
    {
        string folder = Directory.CreateTempSubdirectory("monitor-azurite-").FullName;
        try
        {
            await using (Azurite before = await Azurite.StartAsync(folder))
                await Blobs(before.ConnectionString(7)).WriteAsync("a", BinaryData.FromString("kept"), "text/plain", Cancellation);

            await using Azurite after = await Azurite.StartAsync(folder);

            Assert.Equal("kept", (await Blobs(after.ConnectionString(7)).ReadAsync("a", Cancellation))?.ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IBlobs Blobs(string account) => new ServiceCollection().AddAzuriteStorage(account).BuildServiceProvider().GetRequiredService<IBlobs>();
}
