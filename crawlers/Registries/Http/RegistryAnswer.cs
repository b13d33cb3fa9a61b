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

    /// <summary>What the end of an exchange comes to.</summary>
    /// <param name="reply">How it ended; a 404 or 410 that means something is the caller's to read before.</param>
    /// <param name="read">Reads an answer that carries what was asked for.</param>
    public static RegistryAnswer<T> Of(RegistryReply reply, Func<RegistryReply.Answered, RegistryAnswer<T>> read) => reply switch
    {
        RegistryReply.Answered { Succeeded: true } answered => read(answered),
        RegistryReply.Answered other => Malformed($"HTTP {(int)other.Status} is no answer the contract knows."),
        RegistryReply.Failed failed => new NotDetermined(failed.Reason, failed.Detail),
        _ => throw new InvalidOperationException($"{reply} is no end of an exchange."),
    };

    /// <summary>What an answer that breaks the contract comes to.</summary>
    public static RegistryAnswer<T> Malformed(string detail) => new NotDetermined(ObligationReasons.Malformed, detail);
}
