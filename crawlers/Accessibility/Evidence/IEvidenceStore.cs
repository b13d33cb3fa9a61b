namespace Monitor.Crawlers.Accessibility.Evidence;

/// <summary>Where evidence goes: blob storage in the service, nowhere on the command line.</summary>
public interface IEvidenceStore
{
    /// <summary>Whether pictures are kept; none are taken otherwise.</summary>
    bool KeepsScreenshots { get; }

    /// <summary>Keeps a picture and returns its name.</summary>
    Task<string> SaveScreenshotAsync(byte[] png, CancellationToken cancellation);
}
