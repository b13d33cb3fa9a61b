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
    IReadOnlyList<PageTarget> Links, IReadOnlyList<ToldElement<ReadBlock>?>? Blocks, IReadOnlyList<ToldElement<ReadControl>?>? Controls)
{
    private const int HashLength = 10;

    /// <summary>The outline.</summary>
    public PageOutline Outline(IReadOnlyList<OutlineBlock> blocks, IReadOnlyList<OutlineControl> controls) => new(
        Self, Language, Canonical, Heading, SimHash.Of(Text),
        Search || Links.Any(l => PageTypes.Leads(l.Link, PageKind.Search)),
        Links.Any(l => PageTypes.Leads(l.Link, PageKind.Sitemap) || AcrossWords.NameIndex(l.Text)),
        [.. Links.Select(l => HashOf(l.Target)).Distinct()], blocks, controls);

    /// <summary>How a target is kept in <see cref="PageOutline.Links"/>.</summary>
    public static string HashOf(string target) => Base32.Hash(target)[..HashLength];
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
    public OutlineBlock Block(OutlinePlace place) => Links is null || Links.Any(l => l is not { Target: not null, Name: not null, Selectors.Count: > 0 })
        ? throw new JsonException("The page tampered with what was read in it.")
        : new OutlineBlock(place, Role, Within, Label, [.. Links.OfType<ReadLink>().Select(l => l.Kept())]);
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
    public OutlineControl Control(OutlinePlace place) => new(place, Kind, Base32.Hash(Key ?? ""), Name ?? "");
}
