namespace Monitor.Shared.Storage;

/// <summary>Blob storage, private: evidence, frozen results, rendered mails, read models. A seam with an in-memory twin in the tests.</summary>
public interface IBlobs
{
    /// <summary>The content, or null when there is no such blob.</summary>
    Task<BinaryData?> ReadAsync(string name, CancellationToken cancellation);

    /// <summary>Creates the blob unless one of that name exists (If-None-Match: *); false when it did.</summary>
    Task<bool> TryCreateAsync(string name, BinaryData content, string contentType, CancellationToken cancellation);

    /// <summary>Writes the blob, replacing what was there.</summary>
    Task WriteAsync(string name, BinaryData content, string contentType, CancellationToken cancellation);

    /// <summary>Deletes the blob; one that is gone already is no error.</summary>
    Task DeleteAsync(string name, CancellationToken cancellation);

    /// <summary>The names that begin with the prefix.</summary>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellation);
}
