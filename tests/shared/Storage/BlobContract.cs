using Monitor.Shared.Storage;
using Xunit;

namespace Monitor.Shared.Tests.Storage;

/// <summary>What blob storage does, the in-memory twin and Azure's alike.</summary>
public abstract class BlobContract
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected abstract Task<IBlobs> BlobsAsync();

    [Fact]
    public async Task How_old_a_blob_is_goes_by_its_last_writing()
    {
        IBlobs blobs = await BlobsAsync();
        await blobs.WriteAsync("alder/a", BinaryData.FromString("x"), "text/plain", Cancellation);
        var ages = (IBlobAges)blobs;

        Assert.Equal(["alder/a"], await ages.ListOlderAsync("alder/", DateTimeOffset.MaxValue, Cancellation).ToArrayAsync(Cancellation));
        Assert.Empty(await ages.ListOlderAsync("alder/", DateTimeOffset.UnixEpoch, Cancellation).ToArrayAsync(Cancellation));
        Assert.Empty(await ages.ListOlderAsync("annet/", DateTimeOffset.MaxValue, Cancellation).ToArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_blob_comes_back_as_it_was_written()
    {
        IBlobs blobs = await BlobsAsync();
        byte[] bytes = [0, 1, 2, 255];

        await blobs.WriteAsync("scans/s-1/æ |2.json", BinaryData.FromBytes(bytes), "application/octet-stream", Cancellation);

        Assert.Equal(bytes, (await blobs.ReadAsync("scans/s-1/æ |2.json", Cancellation))?.ToArray());
    }

    [Fact]
    public async Task A_blob_that_is_not_there_is_null()
    {
        IBlobs blobs = await BlobsAsync();

        Assert.Null(await blobs.ReadAsync("none", Cancellation));
    }

    [Fact]
    public async Task Writing_replaces()
    {
        IBlobs blobs = await BlobsAsync();
        await blobs.WriteAsync("a", BinaryData.FromString("first"), "text/plain", Cancellation);
        await blobs.WriteAsync("a", BinaryData.FromString("second"), "text/plain", Cancellation);

        Assert.Equal("second", (await blobs.ReadAsync("a", Cancellation))?.ToString());
    }

    [Fact]
    public async Task The_first_creation_wins()
    {
        IBlobs blobs = await BlobsAsync();

        Assert.True(await blobs.TryCreateAsync("a", BinaryData.FromString("same"), "text/plain", Cancellation));
        Assert.False(await blobs.TryCreateAsync("a", BinaryData.FromString("same"), "text/plain", Cancellation));
        Assert.False(await blobs.TryCreateAsync("a", BinaryData.FromString("other"), "text/plain", Cancellation));

        Assert.Equal("same", (await blobs.ReadAsync("a", Cancellation))?.ToString());
    }

    [Fact]
    public async Task Of_many_concurrent_creations_one_wins()
    {
        IBlobs blobs = await BlobsAsync();

        bool[] results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => blobs.TryCreateAsync("a", BinaryData.FromString($"{i}"), "text/plain", Cancellation)));

        Assert.Single(results, won => won);
    }

    [Fact]
    public async Task An_empty_blob_is_not_a_missing_one()
    {
        IBlobs blobs = await BlobsAsync();
        await blobs.TryCreateAsync("a", BinaryData.FromBytes(Array.Empty<byte>()), "text/plain", Cancellation);

        Assert.Equal(0, (await blobs.ReadAsync("a", Cancellation))?.ToMemory().Length);
    }

    [Fact]
    public async Task A_deleted_blob_is_gone_and_deleting_it_again_is_no_error()
    {
        IBlobs blobs = await BlobsAsync();
        await blobs.WriteAsync("a", BinaryData.FromString("x"), "text/plain", Cancellation);

        await blobs.DeleteAsync("a", Cancellation);
        await blobs.DeleteAsync("a", Cancellation);

        Assert.Null(await blobs.ReadAsync("a", Cancellation));
        Assert.True(await blobs.TryCreateAsync("a", BinaryData.FromString("y"), "text/plain", Cancellation));
    }

    [Fact]
    public async Task Names_are_listed_by_prefix_in_order()
    {
        IBlobs blobs = await BlobsAsync();
        foreach (string name in new[] { "scans/b/2", "scans/a/1", "mail/x.eml", "scans/b/10", "scans/bb" })
            await blobs.WriteAsync(name, BinaryData.FromString(name), "text/plain", Cancellation);

        Assert.Equal(["scans/b/10", "scans/b/2"], await blobs.ListAsync("scans/b/", Cancellation).ToArrayAsync(Cancellation));
        Assert.Equal(5, await blobs.ListAsync("", Cancellation).CountAsync(Cancellation));
    }
}
