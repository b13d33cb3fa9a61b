using Monitor.Shared.Storage;

namespace Monitor.Shared.Obligations.National;

/// <summary>The read models of the obligations, each with the time it was made.</summary>
public static class NationalReadModels
{
    /// <summary>The blob with the <see cref="NationalObligations"/>.</summary>
    public const string ObligationsBlob = "read-models/obligations.json";

    /// <summary>The blob with the <see cref="DeclarationList"/>.</summary>
    public const string DeclarationsBlob = "read-models/declarations.json";

    /// <summary>Every obligation's counts; null before the first were made.</summary>
    public static Task<NationalObligations?> ReadNationalObligationsAsync(this IBlobs blobs, CancellationToken cancellation) =>
        blobs.ReadJsonAsync<NationalObligations>(ObligationsBlob, cancellation);

    /// <summary>Every agency's declarations; null before the first list was made.</summary>
    public static Task<DeclarationList?> ReadDeclarationListAsync(this IBlobs blobs, CancellationToken cancellation) =>
        blobs.ReadJsonAsync<DeclarationList>(DeclarationsBlob, cancellation);
}
