using System.Buffers.Binary;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Tests.Support;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility;

public sealed class EvidenceTests(BrowserFixture browser)
{
    private static readonly OrgNumber Agency = OrgNumber.Parse("991825827");
    private readonly MemoryBlobs blobs = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_cause_has_one_picture_cropped_to_its_first_visible_element()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", """
            <main><h1>Hei</h1><div style="height: 3000px"></div>
            <p hidden><a class="l" href="/0"></a></p>
            <p><a class="l" href="/1" style="display: inline-block; width: 100px; height: 40px"></a></p>
            <p><a class="l" href="/2" style="display: inline-block; width: 100px; height: 40px"></a></p></main>
            """);

        PageAudit audit = await browser.AuditAsync(site.Url("/"), new BlobEvidence(blobs, Agency));

        RuleResult rule = Assert.Single(audit.Rules, r => r.Rule == "link-name");
        string name = Assert.Single(rule.Elements, e => e.Screenshot is not null).Screenshot!;
        byte[] png = (await blobs.ReadAsync(name, Cancellation))!.ToArray();
        Assert.Equal($"evidence/{Agency}/{Base32.Hash(png)}.png", name);
        Assert.Equal((116, 56), SizeOf(png));
    }

    [Fact]
    public async Task Agencies_share_no_picture_however_equal()
    {
        OrgNumber other = OrgNumber.Parse("310000205");

        string one = await new BlobEvidence(blobs, Agency).SaveScreenshotAsync([1, 2, 3], Cancellation);
        string two = await new BlobEvidence(blobs, other).SaveScreenshotAsync([1, 2, 3], Cancellation);

        Assert.NotEqual(one, two);
        Assert.Equal(one, await new BlobEvidence(blobs, Agency).SaveScreenshotAsync([1, 2, 3], Cancellation));
    }

    [Fact]
    public async Task Form_values_never_show_in_a_picture()
    {
        await using TestSite site = await browser.StartSiteAsync();
        const string form = """
            <style>* { font-family: monospace }</style><form><input type="text" value="{0}"><textarea>{0}</textarea><select><option>{0}</option></select><div contenteditable="true" style="width: 200px; height: 30px">{0}</div>
            <div id="vert"></div></form><script>
            vert.attachShadow({ mode: 'open' }).innerHTML = '<input value="{0}">'</script>
            """;
        site.Html("/fylt", form.Replace("{0}", "Ola Nordmann"));
        site.Html("/annet", form.Replace("{0}", "Kari Hansens"));

        string[] filled = await PicturesAsync(site.Url("/fylt"));
        string[] other = await PicturesAsync(site.Url("/annet"));

        Assert.NotEmpty(filled);
        Assert.Equal(filled, other);
    }

    [Fact]
    public async Task The_page_is_left_as_it_was()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<main><h1>Hei</h1><input value=\"x\"><a href=\"/\"></a></main>");
        await using var page = await browser.OpenAsync(site.Url("/"));
        string before = await page.Page.ContentAsync();

        await new ElementCamera(page.Page, new BlobEvidence(blobs, Agency)).TakeAsync([[Monitor.Crawlers.Accessibility.Templates.ElementAddress.Of("input")]], Cancellation);

        Assert.Equal(before, await page.Page.ContentAsync());
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("document.adoptedStyleSheets.length"));
        Assert.False(await page.Page.EvaluateAsync<bool>("'__monitorMasks' in window"));
    }

    [Fact]
    public async Task No_more_than_25_pictures_are_taken_of_a_page_and_failures_come_first()
    {
        await using TestSite site = await browser.StartSiteAsync();
        string parts = string.Concat(Enumerable.Range(0, 30).Select(i => $"<p class=\"{(char)('a' + i % 26)}{(char)('a' + i / 26)}del\"><a href=\"/x\" style=\"display: inline-block; width: 50px; height: 9px\"></a></p>"));
        site.Html("/", $"<main><h1>Hei</h1>{parts}</main>");

        PageAudit audit = await browser.AuditAsync(site.Url("/"), new BlobEvidence(blobs, Agency));

        Assert.Equal(30, audit.Rules.Single(r => r.Rule == "link-name").Elements.Count);
        Assert.Equal(ElementCamera.MaxPictures, audit.Rules.SelectMany(r => r.Elements).Count(e => e.Screenshot is not null));
    }

    [Fact]
    public async Task What_judged_and_what_was_judged_is_recorded()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<main><h1>Hei</h1></main>").Html("/annen", "<main><h1>Hei du</h1></main>");

        PageAudit first = await browser.AuditAsync(site.Url("/"));
        PageAudit again = await browser.AuditAsync(site.Url("/"));
        PageAudit other = await browser.AuditAsync(site.Url("/annen"));

        Assert.Equal((1280, 800), (first.Evidence!.ViewportWidth, first.Evidence.ViewportHeight));
        Assert.Equal(first.Evidence.HtmlHash, again.Evidence!.HtmlHash);
        Assert.NotEqual(first.Evidence.HtmlHash, other.Evidence!.HtmlHash);
    }

    [Theory]
    [InlineData(10, 10, 100, 20, 2, 2, 116, 36)]
    [InlineData(0, 0, 1280, 5000, 0, 0, 1280, 800)]
    [InlineData(1270, 790, 500, 500, 1262, 782, 18, 18)]
    public void A_crop_keeps_a_margin_and_stays_in_the_viewport(float x, float y, float width, float height, float left, float top, float wide, float high)
    {
        Clip clip = ElementCamera.Clip(new ElementHandleBoundingBoxResult { X = x, Y = y, Width = width, Height = height })!;

        Assert.Equal((left, top, wide, high), (clip.X, clip.Y, clip.Width, clip.Height));
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(-500, 10, 100, 20)]
    [InlineData(10, 900, 100, 20)]
    public void What_is_not_in_the_viewport_has_no_crop(float x, float y, float width, float height) =>
        Assert.Null(ElementCamera.Clip(new ElementHandleBoundingBoxResult { X = x, Y = y, Width = width, Height = height }));

    private async Task<string[]> PicturesAsync(string url)
    {
        await using var page = await browser.OpenAsync(url);
        var pictures = await new ElementCamera(page.Page, new BlobEvidence(blobs, Agency)).TakeAsync([[Monitor.Crawlers.Accessibility.Templates.ElementAddress.Of("form")]], Cancellation);
        return [.. pictures.Select(p => p!.Value.Blob)];
    }

    private static (int Width, int Height) SizeOf(byte[] png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
