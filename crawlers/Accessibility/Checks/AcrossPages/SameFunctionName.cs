using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.AcrossPages;

/// <summary>
/// What does the same in the repeated parts of several pages, and is named by other words on some (3.2.4, failure F31): links of a block to one place,
/// search fields that send to one place, and header buttons of one drawing. The name that most pages have is the site's.
/// </summary>
internal sealed class SameFunctionName : IAcrossRule
{
    private const int FewestShared = 4;

    /// <inheritdoc/>
    public string Id => "same-function-name";

    /// <inheritdoc/>
    public AcrossSight? Judge(IReadOnlyList<ReadPage> pages)
    {
        if (pages.Count < 2)
            return null;
        HashSet<ReadPage> applies = [];
        List<(ReadPage, ElementResult)> found = [];
        foreach (RepeatedBlock repeated in RepeatedBlock.In(pages).Where(r => r.Pages[0].Block.Within != "content"))
        {
            foreach (IGrouping<string, Named<PageBlock>> function in repeated.Pages.SelectMany(Links).GroupBy(l => l.Function).Where(g => g.Count() > 1))
            {
                applies.UnionWith(function.Select(f => f.On.Page));
                foreach ((Named<PageBlock> odd, Named<PageBlock> usual, int pagesSoNamed) in Odd([.. function]).Where(o => o.Odd.On.SpeaksAs(o.Usual.On)))
                    found.Add((odd.On.Page, Element(odd, usual, pagesSoNamed)));
            }
        }
        foreach (IGrouping<string, Named<(ReadPage Page, OutlineControl Control)>> function in pages.SelectMany(Controls).GroupBy(c => c.Function).Where(g => g.Count() > 1))
        {
            applies.UnionWith(function.Select(f => f.On.Page));
            found.AddRange(Odd([.. function]).Where(o => AreOneTongue(o.Odd.On.Page, o.Usual.On.Page)).Select(o => (o.Odd.On.Page, AcrossSight.Element(
                Id, Outcome.CantTell, o.Odd.On.Control.Place, $"{o.Odd.On.Control.Place.Path} {o.Odd.On.Control.Key}", Message(o.Odd.Name, o.Usual.Name, o.Usual.On.Page.Url)))));
        }
        return new AcrossSight(applies, found);
    }

    // A link to where the visitor is may say so instead of what it is.
    private static IEnumerable<Named<PageBlock>> Links(PageBlock page) =>
        page.Links.Values.Where(l => !page.IsCurrent(l)).Select(l => new Named<PageBlock>(l.Target, l.Name, page)).Where(l => l.Words.Count > 0);

    // A drawing that a page uses twice does not say what its buttons do, and two search fields are told apart by their names.
    private static IEnumerable<Named<(ReadPage, OutlineControl)>> Controls(ReadPage page) =>
        page.Outline.Controls.GroupBy(c => (c.Kind, c.Key)).Where(g => g.Count() == 1).Select(g => g.First())
            .Select(c => new Named<(ReadPage, OutlineControl)>($"{page.Outline.Language} {c.Kind} {c.Key}", c.Name, (page, c))).Where(c => c.Words.Count > 0);

    /// <summary>Those that have no word in common with the name that most of them have, beside one that has it.</summary>
    private static IEnumerable<(Named<T> Odd, Named<T> Usual, int PagesSoNamed)> Odd<T>(IReadOnlyList<Named<T>> function)
    {
        IGrouping<string, Named<T>> usual = function.GroupBy(f => f.Name.ToLowerInvariant()).MaxBy(g => g.Count())!;
        return function.Where(f => !AcrossWords.Share(f.Words, usual.First().Words)).Select(f => (f, usual.First(), usual.Count()));
    }

    private static bool AreOneTongue(ReadPage one, ReadPage other) =>
        RepeatedBlock.In([one, other]) is var blocks && (blocks.Count == 0 || blocks.Any(b => b.Pages[0].SpeaksAs(b.Pages[1])));

    private ElementResult Element(Named<PageBlock> odd, Named<PageBlock> usual, int pagesSoNamed)
    {
        PageBlock here = odd.On, there = usual.On;
        bool sure = here.Block.Role == "navigation" && pagesSoNamed > 1 && here.IsSame(there) && here.Links.Keys.Count(there.Links.ContainsKey) >= FewestShared;
        OutlinePlace place = here.Block.Place with
        {
            Target = here.Links[odd.Function].Selector,
            Snippet = $"<a href=\"//{Escape(WithoutQuery(odd.Function))}\">{Escape(odd.Name)}</a>",
            Name = odd.Name,
            Landmark = here.Block.Role,
        };
        return AcrossSight.Element(Id, sure ? Outcome.Failed : Outcome.CantTell, place, $"{here.Block.Place.Path} > a {odd.Function}", Message(odd.Name, usual.Name, there.Page.Url));
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string Message(string here, string there, string page) => $"It is named “{here}” here and “{there}” on {page}.";

    private static string WithoutQuery(string target) => target.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? target[..mark] : target;

    /// <summary>Something that does something, as one page names it.</summary>
    /// <param name="Function">What it does.</param>
    /// <param name="Name">What it is named.</param>
    /// <param name="On">Where.</param>
    private sealed record Named<T>(string Function, string Name, T On)
    {
        public IReadOnlyList<string> Words { get; } = AcrossWords.Of(Name);
    }
}
