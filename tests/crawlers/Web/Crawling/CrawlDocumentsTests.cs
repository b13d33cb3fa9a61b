using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Crawling;

public sealed class CrawlDocumentsTests : CrawlTest
{
    [Fact]
    public async Task PDFs_that_pages_link_to_come_to_the_sample_and_are_not_fetched_by_the_crawl()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", """<a href="/a">A</a><a href="/Budsjett.PDF?v=2">Budsjett</a><a href="https://annet.example/x.pdf">Annet</a>""").Html("/a", """<a href="/Budsjett.PDF?v=2#side=3">Igjen</a>""");

        CrawlOutcome outcome = await CrawlAsync(site);

        Assert.Equal(new SamplePage(site.Url("/Budsjett.PDF?v=2"), PageKind.Document), Assert.Single(outcome.Sample!.Pages, p => p.Kind == PageKind.Document));
        Assert.Equal(new DocumentCount(1, 0, 0), outcome.Sample.Documents);
        Assert.Equal(0, site.CountOf("/Budsjett.PDF?v=2"));
    }

    [Fact]
    public async Task A_page_that_turns_out_to_be_a_PDF_is_one_whatever_its_address()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", """<a href="/vedtak/12">Vedtak</a>""").Text("/vedtak/12", "%PDF-1.7", "application/pdf");

        SamplePage page = Assert.Single((await CrawlAsync(site)).Sample!.Pages, p => p.Kind != PageKind.Start);

        Assert.Equal(new SamplePage(site.Url("/vedtak/12"), PageKind.Document), page);
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_counted_and_left_alone()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Text("/robots.txt", "User-agent: *\nDisallow: /arkiv/").Html("/", """<a href="/arkiv/a.pdf">A</a>""");

        Sample sample = (await CrawlAsync(site)).Sample!;

        Assert.DoesNotContain(sample.Pages, p => p.Kind == PageKind.Document);
        Assert.Equal(1, sample.Documents!.Pdf);
    }

    [Fact]
    public async Task No_more_documents_are_drawn_than_the_setting_says()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", string.Concat(Enumerable.Range(0, 9).Select(i => $"<a href=\"/{i}.pdf\">{i}</a>")));

        CrawlOutcome outcome = await CrawlAsync(site, settings: new Dictionary<string, string?> { ["Monitor:Crawl:MaxDocuments"] = "2" });

        Assert.Equal(2, outcome.Sample!.Pages.Count(p => p.Kind == PageKind.Document));
        Assert.Equal(9, outcome.Sample.Documents!.Pdf);
    }

    [Fact]
    public async Task Office_files_are_alone_where_no_page_has_the_same_beside_them()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", """
            <a href="/filer/skjema.docx">Word</a><a href="/andre/Skjema.pdf">PDF</a>
            <a href="/filer/tall.xlsx">Excel</a><a href="/filer/plan.odt">Tekst</a><a href="/a">A</a><a href="https://annet.example/x.docx">Annet</a>
            """).Html("/a", """<a href="/filer/plan.odt">Tekst</a><a href="/sider/plan">Som nettside</a><a href="/filer/tall.pptx">Tall</a>""").Html("/sider/plan", "");

        // The spreadsheet and the slides: none of them is the other's alternative.
        Assert.Equal(new DocumentCount(1, 4, 2), (await CrawlAsync(site)).Sample!.Documents);
    }
}
