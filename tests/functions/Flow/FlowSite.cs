using System.Net;
using System.Text;
using System.Text.Json;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Flow;

/// <summary>A small site, as the crawler fetches it and as the browser sees it; and a clock's hand on how many do so at once.</summary>
internal sealed class FlowSite(Faults faults, TimeProvider clock) : IPageAuditor
{
    public const string Start = "https://www.eksempel.kommune.no/", Contact = Start + "kontakt", News = Start + "nyheter";

    private readonly Dictionary<string, FlowPage> pages = new()
    {
        // Two typed pages and one reserve: the contact page turns out to be gone, and the news take its place.
        [Start] = new("Forsiden", $"""<a href="{Contact}">Kontakt oss</a> <a href="{News}">Nyheter</a>""") { Failed = ["image-alt/main img"] },
        [Contact] = new("Kontakt", "") { Gone = true },
        [News] = new("Nyheter", "") { Unsure = ["color-contrast/main p"] },
    };

    private int busy;

    /// <summary>The most that fetched or loaded at the same time.</summary>
    public int MostAtOnce { get; private set; }

    public FlowPage this[string url]
    {
        get => pages[url];
        set => pages[url] = value;
    }

    /// <summary>What the site answers to the crawler.</summary>
    public Task<HttpResponseMessage> FetchAsync(Uri url) => faults.AroundAsync("site fetch", hasEffect: true, () => AtOnceAsync(() => url.AbsolutePath switch
    {
        "/robots.txt" => Answer(HttpStatusCode.OK, "text/plain", "User-agent: *\nDisallow: /intern\n"),
        _ when pages.TryGetValue(url.AbsoluteUri, out FlowPage? page) =>
            Answer(HttpStatusCode.OK, "text/html", $"<!doctype html><html lang=nb><title>{page.Title}</title><body>{page.Body}</body></html>"),
        _ => Answer(HttpStatusCode.NotFound, "text/html", ""),
    }));

    public Task<PagePlace> TakePlaceAsync(CancellationToken cancellation) => Task.FromResult(new PagePlace(() => { }));

    public async Task<PageAudit> AuditAsync(PagePlace place, AuditRequest request, IEvidenceStore evidence, CancellationToken cancellation)
    {
        FlowPage page = await faults.AroundAsync("site load", hasEffect: true, () => AtOnceAsync(() => pages[request.Url]));
        if (page.Gone)
            return PageAudit.Unmeasured(request.Url, PageStatus.Skipped, PageReasons.Gone, 404);
        string? picture = page.Failed.Count > 0 ? await evidence.SaveScreenshotAsync(Encoding.UTF8.GetBytes(request.Url), cancellation) : null;
        return new PageAudit(
            request.Url, request.Url, page.Title, PageStatus.Audited, null, 200, 10,
            [
                Rule("image-alt", "1.1.1", page, picture),
                Rule("label", "4.1.2", page, picture),
                Rule("color-contrast", "1.4.3", page, picture),
            ],
            new PageEvidence(Base32.Hash(page.Body), 1280, 800, [new EngineInfo("axe-core", "4.14.0")], "Chromium 156", clock.GetUtcNow()))
        {
            Shown = new PageShown(new Dictionary<string, JsonElement> { ["standards"] = JsonSerializer.SerializeToElement(new { utf8 = false, documents = Array.Empty<string>() }, MonitorJson.Options) }, LookAgain: true),
        };
    }

    private static RuleResult Rule(string rule, string wcag, FlowPage page, string? picture)
    {
        ElementResult[] elements =
        [
            .. page.Failed.Where(c => Is(c, rule)).Select(c => Element(c, Outcome.Failed, page, picture)),
            .. page.Unsure.Where(c => Is(c, rule)).Select(c => Element(c, Outcome.CantTell, page, null)),
        ];
        return new RuleResult(
            "axe", rule, "4.14", elements.Length == 0 ? Outcome.Passed : elements.Max(e => e.Outcome), [wcag],
            elements.Length > 0 ? "serious" : null, "Something is wrong" + page.Padding, elements);
    }

    private static bool Is(string cause, string rule) => cause.StartsWith(rule + "/", StringComparison.Ordinal);

    private static ElementResult Element(string cause, Outcome outcome, FlowPage page, string? picture)
    {
        string path = cause[(cause.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return new ElementResult(
            outcome, Fingerprint.For(cause.Split('/')[0], path), path + page.Padding, "<i>" + page.Padding, "Navn" + page.Padding, "main" + page.Padding,
            "Something is wrong here" + page.Padding, picture);
    }

    private async Task<T> AtOnceAsync<T>(Func<T> answer)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref busy));
        try
        {
            // Whoever else is about may go on meanwhile.
            if (faults.Turns is { } turns)
                await turns.TurnAsync();
            return answer();
        }
        finally
        {
            Interlocked.Decrement(ref busy);
        }
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string type, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, type) };
}

/// <summary>A page of the site as it is right now.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its markup.</param>
internal sealed record FlowPage(string Title, string Body)
{
    /// <summary>Whether the browser meets a 404.</summary>
    public bool Gone { get; init; }

    /// <summary>What fails on it: <c>rule/place</c>.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];

    /// <summary>What a person must look at.</summary>
    public IReadOnlyList<string> Unsure { get; init; } = [];

    /// <summary>What a hostile site appends to every text of its own.</summary>
    public string Padding { get; init; } = "";
}
