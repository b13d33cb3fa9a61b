using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Accessibility.Evidence;

/// <summary>Keeps evidence under the hash of its content: the same picture is kept once, and none is ever overwritten by another.</summary>
public sealed class BlobEvidence(IBlobs blobs) : IEvidenceStore
{
    /// <inheritdoc/>
    public bool KeepsScreenshots => true;

    /// <inheritdoc/>
    public async Task<string> SaveScreenshotAsync(byte[] png, CancellationToken cancellation)
    {
        string name = $"evidence/{Base32.Hash(png)}.png";
        await blobs.TryCreateAsync(name, new BinaryData(png), "image/png", cancellation);
        return name;
    }
}
