using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Acting;

public sealed class EventListenersProbeTests(BrowserFixture browser)
{
    [Fact]
    public async Task Elements_that_listen_are_named_wherever_they_are_and_however_they_were_told_to()
    {
        EventListeners found = await MeasureAsync(
            """
            <button id=a onmouseenter="1">A</button><a id=b href=/>B</a><div id=c></div><img onload="1" alt="">
            <script>
              b.addEventListener('focus', () => 1); b.addEventListener('mouseover', () => 1);
              c.attachShadow({ mode: 'open' }).innerHTML = '<p><b>C</b></p>';
              c.shadowRoot.querySelector('b').addEventListener('pointerdown', () => 1);
            </script>
            """);

        Assert.Equal(["#a: mouseenter", "#b: focus mouseover", "#c >>> p > b: pointerdown"], found.Elements.Select(e => $"{e.Address.Target}: {string.Join(' ', e.Types)}"));
        Assert.Equal("<button id=\"a\" onmouseenter=\"1\"></button>", found.Elements[0].Html);
        Assert.Empty(found.Global);
        Assert.True(found.Complete);
    }

    [Fact]
    public async Task Window_and_document_are_told_from_elements_and_what_frames_listen_to_is_left_out()
    {
        EventListeners found = await MeasureAsync(
            """
            <iframe title=F srcdoc="<button onclick=1>F</button>"></iframe>
            <script>addEventListener('devicemotion', () => 1); document.addEventListener('keydown', () => 1); document.body.onclick = () => 1</script>
            """);

        Assert.Equal(["devicemotion", "keydown"], found.Global.Order());
        Assert.Equal("body: click", Assert.Single(found.Elements.Select(e => $"{e.Address.Target}: {string.Join(' ', e.Types)}")));
    }

    private async Task<EventListeners> MeasureAsync(string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        return await new EventListenersProbe().MeasureAsync(page.Page, TestContext.Current.CancellationToken);
    }
}
