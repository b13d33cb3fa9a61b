using Monitor.Functions.Access;
using Monitor.Functions.Dashboard.Wording;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Dashboard;

/// <summary>What every page knows: who reads it, in which language, where and when.</summary>
/// <param name="Language">The language of the page.</param>
/// <param name="Path">The page's own path, its query with it.</param>
/// <param name="Caller">Who is signed in; null for nobody.</param>
/// <param name="Now">When it is shown (UTC).</param>
public sealed record PageContext(Language Language, string Path, Caller? Caller, DateTimeOffset Now)
{
    /// <summary>The words.</summary>
    public Texts T => Texts.In(Language);

    /// <summary>How dates and numbers are written.</summary>
    public Format F => Format.In(Language);

    /// <summary>Where other pages are.</summary>
    public Paths P { get; } = new(Language);

    /// <summary>Whether the reader is a supervisor.</summary>
    public bool Supervisor => Caller?.Role == Role.Supervisor;

    /// <summary>What the form just sent came to, a code that <c>Done.{code}</c> has words for; null for none.</summary>
    public string? Done { get; init; }
}
