using Monitor.Crawlers.Accessibility.Templates;

namespace Monitor.Crawlers.Accessibility.Checks.AcrossPages;

/// <summary>What is kept of a page to compare it with others: names and targets of what repeats, and fingerprints of the rest.</summary>
/// <param name="Self">Its own address, in the form of a link's target.</param>
/// <param name="Language">The language it declares, without region; empty when none.</param>
/// <param name="Canonical">What it names as its own address.</param>
/// <param name="Heading">Its main heading.</param>
/// <param name="Text">The fingerprint of its main text.</param>
/// <param name="Search">Whether there is a search, or a link to one.</param>
/// <param name="Index">Whether it links to a site map or an index.</param>
/// <param name="Links">Everything that it links to, hashed.</param>
/// <param name="Blocks">Its navigation, header and footer, with their links.</param>
/// <param name="Controls">Search fields and icon buttons of its header.</param>
internal sealed record PageOutline(
    string Self, string Language, string? Canonical, string Heading, ulong Text, bool Search, bool Index,
    IReadOnlyList<string> Links, IReadOnlyList<OutlineBlock> Blocks, IReadOnlyList<OutlineControl> Controls);

/// <summary>A block of links.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Role">navigation, banner or contentinfo.</param>
/// <param name="Within">banner, contentinfo, content or page: what lies around it.</param>
/// <param name="Label">What it is named as; empty when it is not.</param>
/// <param name="Links">The links that lie in it and in no block inside it.</param>
internal sealed record OutlineBlock(OutlinePlace Place, string Role, string Within, string Label, IReadOnlyList<OutlineLink> Links);

/// <summary>A link of a block.</summary>
/// <param name="Target">Where it leads, without protocol and what else does not change the place.</param>
/// <param name="Name">Its accessible name.</param>
/// <param name="Current">Whether it says that it is where the visitor is.</param>
/// <param name="Selector">What leads to it.</param>
internal sealed record OutlineLink(string Target, string Name, bool Current, string Selector);

/// <summary>A control that may do the same on several pages.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Kind">search or icon.</param>
/// <param name="Key">What it does, hashed: where a form sends what, or what is drawn on a button.</param>
/// <param name="Name">Its accessible name.</param>
internal sealed record OutlineControl(OutlinePlace Place, string Kind, string Key, string Name);

/// <summary>Where an element is, as a finding remembers it.</summary>
/// <param name="Path">Its place in the template.</param>
/// <param name="Name">Its accessible name.</param>
/// <param name="Landmark">The nearest landmark's role.</param>
/// <param name="Snippet">Its opening tag.</param>
/// <param name="Target">What leads to it.</param>
internal sealed record OutlinePlace(string Path, string? Name, string? Landmark, string Snippet, string Target)
{
    private const int TargetLength = 300;

    public static OutlinePlace Of(ElementAddress address, ElementDescription described) =>
        new(described.Path, described.Name, described.Landmark, described.Snippet, Short(address));

    public static string Short(ElementAddress address) => PlainSelector.Of(address.Target) is { Length: > TargetLength } target ? target[..TargetLength] : PlainSelector.Of(address.Target);
}
