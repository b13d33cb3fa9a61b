using System.Text.Json;
using Monitor.Crawlers.Accessibility.Checks.AcrossPages;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Tests.Accessibility.AcrossPages;

/// <summary>A page as it was read, for tests of the rules alone.</summary>
internal sealed record PageDraft(string Path)
{
    private const string Host = "etat.test";

    public PageKind Kind { get; init; } = PageKind.Random;

    public PageStatus Status { get; init; } = PageStatus.Audited;

    public string Title { get; init; } = "";

    public string Heading { get; init; } = "";

    public string Text { get; init; } = "";

    public string Language { get; init; } = "nb";

    public string? Canonical { get; init; }

    public string? FinalUrl { get; init; }

    public bool Search { get; init; }

    public bool Index { get; init; }

    public IReadOnlyList<string> LinksTo { get; init; } = [];

    public IReadOnlyList<OutlineBlock> Blocks { get; init; } = [];

    public IReadOnlyList<OutlineControl> Controls { get; init; } = [];

    public string Url => $"https://{Host}{Path}";

    /// <summary>A page with a main menu; each link is its path, and after a space its name.</summary>
    public static PageDraft With(string path, params string[] menu) => new(path) { Blocks = [Menu(menu)] };

    public static OutlineBlock Menu(params string[] links) => Block("navigation", "banner", "Hovedmeny", links);

    public static OutlineBlock Block(string role, string within, string label, params string[] links) =>
        new(Place($"header > nav.{label.ToLowerInvariant()}", role), role, within, label, [.. links.Select(l => l.Split(' ', 2)).Select(l => new OutlineLink(Target(l[0]), l.ElementAtOrDefault(1) ?? $"Om {l[0][1..]}", false, "nav a"))]);

    public static OutlineControl Control(string kind, string key, string name) => new(Place("header > input", "search"), kind, key, name);

    /// <summary>What every page of a scan comes to.</summary>
    public static IReadOnlyList<PageAudit> Judge(params PageDraft[] pages) =>
        new PagesTogether().Judge([.. pages.Select(p => (new SamplePage(p.Url, p.Kind), p.Audit()))]);

    /// <summary>What one rule comes to on each page.</summary>
    public static Outcome[] Outcomes(string rule, params PageDraft[] pages) => [.. Judge(pages).Select(a => Rule(a, rule).Outcome)];

    public static RuleResult Rule(PageAudit audit, string rule) => audit.Rules.Single(r => r.Rule == rule);

    private static string Target(string path) => $"{Host}{path.TrimEnd('/')}";

    private static OutlinePlace Place(string path, string landmark) => new(path, null, landmark, "<nav>", "header > nav");

    private PageAudit Audit()
    {
        if (Status != PageStatus.Audited)
            return PageAudit.Unmeasured(Url, Status, PageReasons.ServerError);
        var outline = new PageOutline(Target(Path), Language, Canonical, Heading, SimHash.Of(Text), Search, Index,
            [.. LinksTo.Select(l => ReadOutline.HashOf(Target(l)))], Blocks, Controls);
        return new PageAudit(
            Url, FinalUrl ?? Url, Title, Status, null, 200, 1,
            [.. new AcrossPagesCheck().Rules.Select(r => new RuleResult(AcrossPagesCheck.CheckId, r.Id, r.Version, Outcome.Untested, r.Wcag, null, "The rule did not run.", []))],
            new PageEvidence("hash", 1280, 800, [], "browser", DateTimeOffset.UnixEpoch))
        {
            Gathered = JsonSerializer.SerializeToElement(outline, MonitorJson.Options),
        };
    }
}
