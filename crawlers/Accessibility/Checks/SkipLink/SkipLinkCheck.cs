using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.SkipLink;

/// <summary>Links at the top of a page that say they lead past what is repeated, and lead nowhere.</summary>
public sealed class SkipLinkCheck : ICheck
{
    private const int FirstStops = 3;

    // With fewer there is hardly anything to be led past.
    private const int ManyStops = 6;
    private static readonly string Script = EmbeddedScript.Read(typeof(SkipLinkCheck), "skiplink.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(SkipLinkCheck), "skiplink.data.json");
    private static readonly SkipWords Words = EmbeddedData.Read<SkipWords>(typeof(SkipLinkCheck), "words.data.json");

    /// <inheritdoc/>
    public string Id => "skip-link";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("skip-link");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        FocusWalk walk = await context.Probes.AskAsync(new FocusWalkProbe(), cancellation);
        IReadOnlyList<string>[] first = [.. walk.Order.Take(FirstStops).Where(s => s.Frame == context.Page.MainFrame).Select(s => s.Address.Inner)];
        PageReading<SkipTarget> links = await FindAsync(context, first, cancellation);
        bool another = links.Elements.Any(e => e.Item.Leads);
        bool many = walk.Order.Count >= ManyStops;
        return links.Judge(context.Rules, Data, (_, element) => element.Item switch
        {
            { Leads: true } => Verdict.Passed,
            // One of a list of such links, which is itself led past.
            { Target: Place.Before } when another => null,
            { Target: Place.Before, OtherWay: false } when many => Verdict.Failed("What the link leads to comes before the link, or around it. The page has no landmarks, and no headings after its menu, to go by instead."),
            { Target: Place.Before } => Verdict.CantTell("What the link leads to comes before the link, or around it."),
            { Target: Place.Hidden } => Verdict.CantTell("What the link leads to is not shown; not every browser goes there."),
            { OtherWay: false } when !another && many => Verdict.Failed("The link leads nowhere: its target is not there, and following it does nothing. The page has no landmarks, and no headings after its menu, to go by instead."),
            _ => Verdict.CantTell("The link leads nowhere: its target is not there, and following it does nothing. The page may have other ways past what is repeated."),
        });
    }

    /// <summary>The links, those with no target followed to see whether a script leads on.</summary>
    private static async Task<PageReading<SkipTarget>> FindAsync(CheckContext context, IReadOnlyList<string>[] first, CancellationToken cancellation)
    {
        if (first.Length == 0)
            return new PageReading<SkipTarget>([], false);
        PageReading<SkipTarget> links = await PageReader.ReadMainAsync<SkipTarget>(context.Page, Script, new { stage = "find", stops = first, Words.Says }).WaitAsync(cancellation);
        if (links.Elements.All(e => e.Item.Target != Place.Nowhere))
            return links;
        ActingGuard guard = await ActingGuard.OfAsync(context.Probes, cancellation);
        List<ReadElement<SkipTarget>> followed = [];
        foreach (ReadElement<SkipTarget> link in links.Elements)
        {
            bool leads = link.Item.Target == Place.Nowhere && await FollowAsync(context.Page, guard, link.Address.Inner).WaitAsync(cancellation);
            followed.Add(leads ? link with { Item = link.Item with { Target = Place.Ahead } } : link);
        }
        return links with { Elements = followed };
    }

    private static Task<bool> FollowAsync(IPage page, ActingGuard guard, IReadOnlyList<string> link) => Keyboard.OnAsync(page, async keyboard =>
    {
        int departures = guard.Departures.Count;
        View before = await PageReader.AskAsync<View>(page, Script, new { stage = "focus", link });
        await keyboard.PressAsync(Key.Enter);
        View after = await PageReader.AskAsync<View>(page, Script, new { stage = "look", link });
        await PageReader.AskAsync<View>(page, Script, new { stage = "restore", link, view = before });
        return !before.Focused || !after.Focused || after.Top != before.Top || after.Text != before.Text || guard.Departures.Count > departures;
    });

    /// <summary>Where a link leads.</summary>
    /// <param name="Target">Where its target lies.</param>
    /// <param name="OtherWay">Whether the page has headings or landmarks to go by instead.</param>
    private sealed record SkipTarget(Place Target, bool OtherWay)
    {
        public bool Leads => Target == Place.Ahead;
    }

    /// <summary>Where a target lies as seen from the link.</summary>
    private enum Place
    {
        /// <summary>After it.</summary>
        Ahead,

        /// <summary>Before it or around it.</summary>
        Before,

        /// <summary>It is there, and not shown.</summary>
        Hidden,

        /// <summary>It is not there.</summary>
        Nowhere,
    }

    /// <summary>What following a link may change.</summary>
    private sealed record View(bool Focused, int Top, int Text, string Url);

    /// <summary>How such links speak, as regular expressions.</summary>
    private sealed record SkipWords(IReadOnlyList<string> Says);
}
