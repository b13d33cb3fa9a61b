namespace Monitor.Crawlers.Accessibility.Checks.AcrossPages;

/// <summary>A block of links that stands on several pages of one language under the same name or in the same place.</summary>
/// <param name="Pages">The pages, in sample order, each with its block.</param>
internal sealed record RepeatedBlock(IReadOnlyList<PageBlock> Pages)
{
    /// <summary>The blocks that repeat. One that a page has twice is none: nobody could say which of them another page's is.</summary>
    public static IReadOnlyList<RepeatedBlock> In(IReadOnlyList<ReadPage> pages) =>
    [
        .. pages
            .SelectMany(p => p.Outline.Blocks
                .GroupBy(b => (p.Outline.Language, b.Role, b.Within, Label: b.Label.ToLowerInvariant()))
                .Where(g => g.Count() == 1)
                .Select(g => (g.Key, Block: new PageBlock(p, g.First()))))
            .GroupBy(b => b.Key, b => b.Block)
            .Where(g => g.Count() > 1)
            .Select(g => new RepeatedBlock([.. g])),
    ];
}

/// <summary>A block on one page.</summary>
internal sealed class PageBlock
{
    // Of the targets that either of two blocks has, both must have this part to be one block without doubt.
    private const double SameBlock = 0.8;
    // As many of the links they share must be named alike, or one of them is in another language than it says.
    private const double SameTongue = 0.8;

    private readonly HashSet<string> targets;

    public PageBlock(ReadPage page, OutlineBlock block)
    {
        Page = page;
        Block = block;
        // What leads to one place twice has no place in an order, and no one name.
        OutlineLink[] single = [.. block.Links.GroupBy(l => l.Target).Where(g => g.Count() == 1).Select(g => g.First())];
        targets = [.. block.Links.Select(l => l.Target)];
        Links = single.ToDictionary(l => l.Target);
        Whole = [.. single.Select(l => l.Target)];
        Order = [.. single.Where(l => !IsCurrent(l)).Select(l => l.Target)];
    }

    public ReadPage Page { get; }

    public OutlineBlock Block { get; }

    /// <summary>The links whose target no other link of the block has, by target.</summary>
    public IReadOnlyDictionary<string, OutlineLink> Links { get; }

    /// <summary>Those targets in the order they come.</summary>
    public IReadOnlyList<string> Whole { get; }

    /// <summary>The same without what says where the visitor is: that may be moved or shown in another way.</summary>
    public IReadOnlyList<string> Order { get; }

    /// <summary>Whether a link leads to the page itself, or to what it lies below.</summary>
    public bool IsCurrent(OutlineLink link) =>
        link.Current || link.Target == Page.Outline.Self || link.Target.Contains('/', StringComparison.Ordinal) && Page.Outline.Self.StartsWith($"{link.Target}/", StringComparison.Ordinal);

    /// <summary>The targets that both have, in this block's order.</summary>
    public IReadOnlyList<string> SharedOrder(PageBlock other) => Common(Order, other.Order);

    /// <summary>The same with what says where the visitor is.</summary>
    public IReadOnlyList<string> SharedWhole(PageBlock other) => Common(Whole, other.Whole);

    private static string[] Common(IReadOnlyList<string> here, IReadOnlyList<string> there)
    {
        HashSet<string> other = [.. there];
        return [.. here.Where(other.Contains)];
    }

    /// <summary>Whether it is without doubt the same block of the same template.</summary>
    public bool IsSame(PageBlock other)
    {
        int shared = targets.Count(other.targets.Contains);
        return Block.Place.Path == other.Block.Place.Path && shared >= SameBlock * (targets.Count + other.targets.Count - shared);
    }

    /// <summary>Whether the links that both have are named in the same language.</summary>
    public bool SpeaksAs(PageBlock other)
    {
        string[] shared = [.. Links.Keys.Where(other.Links.ContainsKey)];
        int alike = shared.Count(t => AcrossWords.Share(AcrossWords.Of(Links[t].Name), AcrossWords.Of(other.Links[t].Name)));
        return shared.Length > 0 && alike >= SameTongue * shared.Length;
    }
}
