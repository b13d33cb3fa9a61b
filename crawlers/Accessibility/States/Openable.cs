namespace Monitor.Crawlers.Accessibility.States;

/// <summary>What of a page can be opened.</summary>
/// <param name="Names">The controls' names, in the order of the document.</param>
/// <param name="All">Whether there are no more than those.</param>
internal sealed record Openable(IReadOnlyList<string> Names, bool All);

/// <summary>What has come up after a click.</summary>
/// <param name="Any">Whether anything has.</param>
/// <param name="Modal">Whether a dialog has.</param>
/// <param name="Roots">Selectors of its topmost elements; none where those are too many to name.</param>
internal sealed record Revealed(bool Any, bool Modal, IReadOnlyList<IReadOnlyList<string>> Roots);
