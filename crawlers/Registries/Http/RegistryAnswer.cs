using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Http;

/// <summary>What a registry says: closed, so that nobody takes silence for a no.</summary>
internal abstract record RegistryAnswer<T>
{
    private RegistryAnswer()
    {
    }

    /// <summary>It has what was asked for.</summary>
    public sealed record Found(T Value) : RegistryAnswer<T>;

    /// <summary>It answered, and has nothing.</summary>
    public sealed record Absent : RegistryAnswer<T>;

    /// <summary>It could not be asked, or its answer cannot be read.</summary>
    /// <param name="Reason">A code of <see cref="ObligationReasons"/>.</param>
    /// <param name="Detail">What happened, in English.</param>
    public sealed record NotDetermined(string Reason, string Detail) : RegistryAnswer<T>;

    /// <summary>What a failed exchange comes to.</summary>
    public static RegistryAnswer<T> Of(RegistryReply.Failed failure) => new NotDetermined(failure.Reason, failure.Detail);

    /// <summary>What an answer that breaks the contract comes to.</summary>
    public static RegistryAnswer<T> Malformed(string detail) => new NotDetermined(ObligationReasons.Malformed, detail);
}
