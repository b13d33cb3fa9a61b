using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Signs;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Tests.Signs;

/// <summary>A solution whose pages a scan has looked at, read by the product's own signs.</summary>
internal sealed class SeenSite
{
    public static readonly OrgNumber Owner = OrgNumber.Parse("310000205");
    private static readonly IPageSign[] Signs = [.. new ServiceCollection().AddPageSigns().BuildServiceProvider().GetServices<IPageSign>()];
    private readonly List<ShownPage> pages = [];

    private SeenSite()
    {
    }

    public static string Start => "https://www.etaten.example/";

    /// <summary>With a start page of this body.</summary>
    public static SeenSite Of([StringSyntax("html")] string start) => new SeenSite().With("/", start, PageKind.Start);

    /// <summary>With one more page.</summary>
    public SeenSite With(string path, [StringSyntax("html")] string body, PageKind kind = PageKind.Random)
    {
        pages.Add(new ShownPage(new Uri(new Uri(Start), path).AbsoluteUri, kind, Read(View(body, path)), null));
        return this;
    }

    /// <summary>With a page of which the bytes sent were this text in an encoding, at each of the looks.</summary>
    public SeenSite Encoded(string path, bool? first, bool? second)
    {
        PageView view = View("<p>å</p>", path);
        pages.Add(new ShownPage(view.Url.AbsoluteUri, PageKind.Random, Read(view with { Utf8 = first }), Read(view with { Utf8 = second })));
        return this;
    }

    /// <summary>With a page that came so.</summary>
    public SeenSite With(string path, Func<PageView, PageView> how)
    {
        PageView view = how(View("<p>Hei</p>", path));
        pages.Add(new ShownPage(view.Url.AbsoluteUri, PageKind.Random, Read(view), null));
        return this;
    }

    public SolutionFacts Solution => new(SolutionId.New(Owner), Start, true, 0, [], pages.Count, pages.Count, 31, 48) { Pages = pages };

    public Task<ObligationResult> JudgeAsync(IObligationCheck check, CancellationToken cancellation) =>
        check.JudgeAsync(new AgencyFacts(new BodyFacts(Owner, null, false, null, Shared.Agencies.RegistryStatus.Unknown), null, new SiteFacts([Solution])), cancellation);

    private static PageView View(string body, string path)
    {
        var document = new HtmlParser(new HtmlParserOptions()).ParseDocument($"<!doctype html><html lang='nb'><head><title>T</title></head><body>{body}</body></html>");
        var url = new Uri(new Uri(Start), path);
        return new PageView(url, document, LinkReader.LinksOf(document, url.AbsoluteUri), true, null, [], [url.IdnHost]);
    }

    private static Dictionary<string, JsonElement> Read(PageView view) =>
        Signs.Select(s => (s.Id, Sign: s.Read(view))).Where(s => s.Sign is not null).ToDictionary(s => s.Id, s => s.Sign!.Value);
}
