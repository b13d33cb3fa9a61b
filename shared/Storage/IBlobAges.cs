namespace Monitor.Shared.Storage;

/// <summary>How old blobs are. Apart from <see cref="IBlobs"/>, since only the retention asks.</summary>
public interface IBlobAges
{
    /// <summary>The names that begin with the prefix and whose content was last written before the moment given.</summary>
    IAsyncEnumerable<string> ListOlderAsync(string prefix, DateTimeOffset before, CancellationToken cancellation);
}
