using System.Text.Json;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Crawlers.Web.Sampling;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.AcrossPages;

/// <summary>What the script answers, before it is made small enough to be kept.</summary>
internal sealed record ReadOutline(
    string Self, string Language, string? Canonical, string Heading, string Text, bool Search,
    IReadOnlyList<PageTarget?> Links, IReadOnlyList<ToldElement<ReadBlock>?> Blocks, IReadOnlyList<ToldElement<ReadControl>?> Controls)
{
    // What the script keeps to, unless the page put something of its own in the place of what it uses.
    private const int MostElements = 20;
    private const int MostLinks = 400;
    private const int LongestText = 2083;
    private const int HashLength = 10;

    /// <summary>How a target is kept in <see cref="PageOutline.Links"/>.</summary>
    public static string HashOf(string target) => Base32.Hash(target)[..HashLength];

    /// <summary>Makes sure that it is whole, and no larger than the script makes it.</summary>
    /// <exception cref="JsonException">The page tampered with it.</exception>
    public void Trust()
    {
        bool whole = AreShort(Self, Language, Canonical ?? "", Heading) && Text is not null
            && Links?.Count <= MostLinks && Links.All(l => l is not null && AreShort(l.Target, l.Url, l.Text))
            && Blocks?.Count <= MostElements && Blocks.All(b => b?.Item is { Links.Count: <= MostLinks } block && AreShort(block.Role, block.Within, block.Label) && block.Links.All(IsWhole))
            && Controls?.Count <= MostElements && Controls.All(c => c?.Item is { } control && AreShort(control.Kind, control.Key, control.Name));
        if (!whole)
            throw new JsonException("The page tampered with what was read in it.");
    }

    /// <summary>The outline.</summary>
    public PageOutline Outline(IReadOnlyList<OutlineBlock> blocks, IReadOnlyList<OutlineControl> controls)
    {
        PageTarget[] links = [.. Links.OfType<PageTarget>()];
        return new PageOutline(
            Self, Language, Canonical, Heading, SimHash.Of(Text),
            Search || links.Any(l => PageTypes.Leads(l.Link, PageKind.Search)),
            links.Any(l => PageTypes.Leads(l.Link, PageKind.Sitemap) || AcrossWords.NameIndex(l.Text)),
            [.. links.Select(l => HashOf(l.Target)).Distinct()], blocks, controls);
    }

    private static bool IsWhole(ReadLink? link) => link is { Selectors.Count: > 0 } && AreShort([link.Target, link.Name, .. link.Selectors]);

    private static bool AreShort(params string?[] texts) => texts.All(t => t?.Length <= LongestText);
}

/// <summary>Any link of the page.</summary>
internal sealed record PageTarget(string Target, string Url, string Text)
{
    /// <summary>As the crawl has it.</summary>
    public PageLink Link => new(Url, Text);
}

/// <summary>A block as the script answers.</summary>
internal sealed record ReadBlock(string Role, string Within, string Label, IReadOnlyList<ReadLink?> Links)
{
    /// <summary>As it is kept.</summary>
    public OutlineBlock Block(OutlinePlace place) => new(place, Role, Within, Label, [.. Links.OfType<ReadLink>().Select(l => l.Kept())]);
}

/// <summary>A link of a block as the script answers.</summary>
internal sealed record ReadLink(string Target, string Name, bool Current, IReadOnlyList<string> Selectors)
{
    /// <summary>As it is kept.</summary>
    public OutlineLink Kept() => new(Target, Name, Current, OutlinePlace.Short(new ElementAddress([Selectors])));
}

/// <summary>A control as the script answers.</summary>
internal sealed record ReadControl(string Kind, string Key, string Name)
{
    /// <summary>As it is kept: what a form's hidden fields hold is nobody's business.</summary>
    public OutlineControl Control(OutlinePlace place) => new(place, Kind, Base32.Hash(Key), Name);
}
