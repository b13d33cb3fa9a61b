using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Monitor.Shared.Storage;

/// <summary>The one private container in Azure Blob Storage, made on first use.</summary>
internal sealed class AzureBlobs(BlobServiceClient service) : IBlobs, IBlobAges
{
    public const string Container = "monitor";

    private const string WriteId = "writeid";

    private readonly BlobContainerClient container = service.GetBlobContainerClient(Container);
    private volatile bool exists;

    public async Task<BinaryData?> ReadAsync(string name, CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        try
        {
            return (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async Task<bool> TryCreateAsync(string name, BinaryData content, string contentType, CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        BlobClient blob = container.GetBlobClient(name);
        string write = Guid.NewGuid().ToString("N");
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string> { [WriteId] = write },
        };
        try
        {
            await blob.UploadAsync(content, options, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return await IsOwnAsync(blob, write, cancellation);
        }
    }

    public async Task WriteAsync(string name, BinaryData content, string contentType, CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } };
        await container.GetBlobClient(name).UploadAsync(content, options, cancellation);
    }

    public async Task DeleteAsync(string name, CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        await container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        await foreach (BlobItem blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation))
            yield return blob.Name;
    }

    public async IAsyncEnumerable<string> ListOlderAsync(string prefix, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        await foreach (BlobItem blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation))
        {
            if (blob.Properties.LastModified < before)
                yield return blob.Name;
        }
    }

    // A retry after a lost answer meets the blob that the first attempt made.
    private static async Task<bool> IsOwnAsync(BlobClient blob, string write, CancellationToken cancellation)
    {
        try
        {
            BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            return properties.Metadata.TryGetValue(WriteId, out string? found) && found == write;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }

    private async Task EnsureAsync(CancellationToken cancellation)
    {
        if (exists)
            return;
        await container.CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellation);
        exists = true;
    }
}
