using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.States;

/// <summary>By what controls are known: <c>words.data.json</c>, bokmål, nynorsk and English in one.</summary>
/// <param name="Consent">What a box that asks for consent speaks of.</param>
/// <param name="Refuse">How the name of a button begins that says no.</param>
/// <param name="Only">What it holds when it says no to all that may be refused.</param>
/// <param name="Accept">What no such name holds.</param>
/// <param name="Choose">Nor what leads on to further choices.</param>
/// <param name="Never">Words of controls that are nobody's to try.</param>
/// <param name="Close">Words of buttons that close what they are in.</param>
internal sealed record StateWords(
    IReadOnlyList<string> Consent, IReadOnlyList<string> Refuse, IReadOnlyList<string> Only, IReadOnlyList<string> Accept, IReadOnlyList<string> Choose,
    IReadOnlyList<string> Never, IReadOnlyList<string> Close)
{
    /// <summary>The words.</summary>
    public static StateWords Data { get; } = EmbeddedData.Read<StateWords>(typeof(StateWords), "words.data.json");
}
