using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Accessibility.Evidence;

/// <summary>
/// Keeps evidence of one agency under the hash of its content: the same picture is kept once, and none is ever overwritten by another.
/// Agencies share none, so that erasing one takes nothing from another.
/// </summary>
/// <param name="blobs">Where it is kept.</param>
/// <param name="agency">Whose solution is looked at.</param>
public sealed class BlobEvidence(IBlobs blobs, OrgNumber agency) : IEvidenceStore
{
    /// <summary>What the names of an agency's evidence begin with.</summary>
    public static string PrefixOf(OrgNumber agency) => $"evidence/{agency}/";

    /// <inheritdoc/>
    public bool KeepsScreenshots => true;

    /// <inheritdoc/>
    public async Task<string> SaveScreenshotAsync(byte[] png, CancellationToken cancellation)
    {
        string name = $"{PrefixOf(agency)}{Base32.Hash(png)}.png";
        await blobs.TryCreateAsync(name, new BinaryData(png), "image/png", cancellation);
        return name;
    }
}
