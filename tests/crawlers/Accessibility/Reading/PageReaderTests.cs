using System.Text.Json;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.PlaceholderLabel;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Reading;

public sealed class PageReaderTests(BrowserFixture browser)
{
    private const string Script = "(reading) => reading.all('b').map((b) => reading.told(b, { text: b.textContent }))";

    [Fact]
    public async Task Frames_and_shadow_roots_are_read_with_the_way_to_what_is_in_them()
    {
        await using TestSite other = await browser.StartSiteAsync();
        other.Html("/inne", "<div id=vert></div><script>vert.attachShadow({mode:'open'}).innerHTML='<p>En</p><p><b>to</b></p>'</script>");
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", $"<b>en</b><iframe title=A src=\"{other.Url("/inne")}\"></iframe><iframe title=B hidden src=\"{other.Url("/inne")}\"></iframe>");
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));

        PageReading<Word> read = await PageReader.ReadAsync<Word>(page.Page, Script);

        Assert.False(read.FramesMissed);
        Assert.Equal(["en: body > b", "to: body > iframe:nth-of-type(1) >>> #vert >>> p:nth-of-type(2) > b"], read.Elements.Select(e => $"{e.Item.Text}: {e.Address.Target}"));
    }

    [Theory]
    [InlineData("JSON.stringify = () => undefined")]
    [InlineData("JSON.stringify = () => 'null'")]
    [InlineData("JSON.stringify = () => '[null]'")]
    [InlineData("JSON.stringify = () => '[{\"selectors\":[null],\"html\":\"\",\"item\":{}}]'")]
    [InlineData("JSON.stringify = () => '[{\"selectors\":[\"b\"],\"html\":\"\"}]'")]
    public async Task A_page_that_answers_in_the_place_of_our_script_is_found_out(string script)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", $"<b>en</b><script>{script}</script>");
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));

        await Assert.ThrowsAsync<JsonException>(() => PageReader.ReadAsync<Word>(page.Page, Script));
    }

    [Fact]
    public async Task What_lies_in_a_frame_that_could_not_be_read_is_untested_and_not_clean()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/inne", "<script>JSON.stringify = () => 'null'</script>").Html("/", "<label>Navn <input placeholder=Navn></label><iframe title=A src=/inne></iframe>");

        RuleObservation rule = Assert.Single(await browser.ObserveAsync(site.Url("/"), new PlaceholderLabelCheck()));

        Assert.Equal(Outcome.Untested, rule.Outcome);
    }

    private sealed record Word(string Text);
}
