namespace Monitor.Crawlers.Accessibility.Evidence;

/// <summary>Keeps nothing: for <c>monitor scan</c>.</summary>
public sealed class NoEvidence : IEvidenceStore
{
    /// <summary>The one there is.</summary>
    public static NoEvidence Instance { get; } = new();

    private NoEvidence()
    {
    }

    /// <inheritdoc/>
    public bool KeepsScreenshots => false;

    /// <inheritdoc/>
    public Task<string> SaveScreenshotAsync(byte[] png, CancellationToken cancellation) =>
        throw new InvalidOperationException("Nothing is kept here.");
}
