using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Http;

/// <summary>What evidence says of a registry that could not tell.</summary>
internal static class RegistryFacts
{
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(RegistryFacts));

    /// <summary>That a question is not decided, and why.</summary>
    /// <param name="source">Who was asked.</param>
    /// <param name="reason">A code of <see cref="ObligationReasons"/>.</param>
    /// <param name="detail">What happened, in English; shown in English only.</param>
    public static Evidence NotDetermined(string source, string reason, string detail) =>
        Facts.Say(source, "notDetermined", null, ("why", Facts.Text(reason)), ("detail", detail));
}
