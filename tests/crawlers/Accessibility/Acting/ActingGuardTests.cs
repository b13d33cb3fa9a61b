using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Acting;

public sealed class ActingGuardTests(BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fetch('/lagre', { method: 'POST', body: 'x' }).catch(() => {})", 1)]
    [InlineData("fetch('/lagre', { method: 'DELETE' }).catch(() => {})", 1)]
    [InlineData("fetch('/lagre', { method: 'POST', body: 'x', keepalive: true }).catch(() => {})", 1)]
    [InlineData("const r = new XMLHttpRequest(); r.open('PUT', '/lagre'); r.send('x')", 1)]
    [InlineData("navigator.sendBeacon('/lagre', 'x')", 0)]
    [InlineData("new Worker(URL.createObjectURL(new Blob([`fetch('${location.origin}/lagre', { method: 'POST', mode: 'no-cors' })`])))", 1)]
    [InlineData("addEventListener('pagehide', () => Navigator.prototype.sendBeacon.call(navigator, '/lagre', 'x'))", 0)]
    [InlineData("document.addEventListener('visibilitychange', () => fetch('/lagre', { method: 'POST', keepalive: true }))", 0)]
    public async Task Nothing_but_safe_requests_leaves_the_browser(string script, int refused)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<h1>Hei</h1>").Text("/slutt", "slutt");
        BrowserPage page = await browser.OpenAsync(site.Url("/"));
        ActingGuard guard = await ActingGuard.OfAsync(new PageProbes(page.Page), Cancellation);

        await page.Page.EvaluateAsync($"async () => {{ {script}; await (await fetch('/slutt')).text(); }}");

        await Eventually.HoldsAsync(() => guard.Refused == refused, Cancellation);
        await page.DisposeAsync();
        Assert.Equal(["/", "/slutt"], site.Requests.Select(r => r.PathAndQuery).Where(p => p != "/favicon.ico"));
    }

    [Theory]
    [InlineData("location.href = '/slett?id=1'")]
    [InlineData("location.replace('/slett?id=1')")]
    [InlineData("document.querySelector('a').click()")]
    [InlineData("document.querySelector('form').submit()")]
    [InlineData("document.querySelector('form').requestSubmit()")]
    [InlineData("document.querySelector('iframe').src = '/slett?id=1'")]
    [InlineData("document.querySelector('a').target = 'indre'; document.querySelector('a').click()")]
    public async Task No_document_is_left_for_another_and_the_wish_is_noted(string script)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<a href='/slett?id=1'>Slett</a><form action='/slett' method=get><input name=id value=1></form><iframe name=indre src=/indre></iframe>").Html("/indre", "<p>Inni");
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        ActingGuard guard = await ActingGuard.OfAsync(new PageProbes(page.Page), Cancellation);

        await page.Page.EvaluateAsync($"() => {{ {script} }}");

        await Eventually.HoldsAsync(() => guard.Departures.Count == 1, Cancellation);
        Assert.Equal("Slett", await page.Page.EvaluateAsync<string>("document.querySelector('a').textContent"));
        Assert.Equal("Inni", await page.Page.Frames[1].EvaluateAsync<string>("document.body.textContent"));
        Assert.DoesNotContain(site.Requests, r => r.PathAndQuery.StartsWith("/slett", StringComparison.Ordinal));
        Assert.Equal(site.Url("/slett?id=1"), Assert.Single(guard.Departures));
    }

    [Fact]
    public async Task What_a_page_loads_for_itself_still_arrives()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<h1>Hei</h1>").Text("/data", "42").Html("/ny", "<p>Ny");
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        await ActingGuard.OfAsync(new PageProbes(page.Page), Cancellation);

        string data = await page.Page.EvaluateAsync<string>("async () => (await fetch('/data')).text()");
        string frame = await page.Page.EvaluateAsync<string>(
            "() => new Promise((done) => { const f = document.createElement('iframe'); f.src = '/ny'; f.onload = () => done(f.contentDocument.body.textContent); document.body.append(f); })");

        Assert.Equal("42", data);
        Assert.Equal("Ny", frame);
    }

    [Fact]
    public async Task Windows_and_dialogs_do_not_open()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<iframe src=/indre></iframe>").Html("/indre", "<p>Inni");
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        ActingGuard guard = await ActingGuard.OfAsync(new PageProbes(page.Page), Cancellation);

        await page.Page.EvaluateAsync("() => { open('/vindu'); frames[0].open('/vindu'); for (let i = 0; i < 50; i++) alert(i); confirm(''); prompt(''); print(); }");

        Assert.Equal(2, await guard.CountOpenedAsync());
        Assert.Null(page.Loss);
        Assert.DoesNotContain(site.Requests, r => r.PathAndQuery == "/vindu");
    }

    [Theory]
    [InlineData("document.querySelector('a').click()")]
    [InlineData("document.querySelector('form').requestSubmit()")]
    [InlineData("document.querySelector('form').submit()")]
    public async Task A_new_window_for_a_link_or_form_does_not_open(string script)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<a href='/slett?id=1' target=_blank>Slett</a><form action=/slett target=nytt><input name=id value=1></form>");
        BrowserPage page = await browser.OpenAsync(site.Url("/"));
        ActingGuard guard = await ActingGuard.OfAsync(new PageProbes(page.Page), Cancellation);

        await page.Page.EvaluateAsync($"async () => {{ {script}; await fetch('/'); }}");

        Assert.Equal(1, await guard.CountOpenedAsync());
        await page.DisposeAsync();
        Assert.DoesNotContain(site.Requests, r => r.PathAndQuery.StartsWith("/slett", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("new Worker(URL.createObjectURL(new Blob([`onmessage = (e) => { self.tell.send('x') }; self.tell = new WebSocket('${location.origin.replace('http', 'ws')}/kanal'); tell.onopen = () => postMessage(1)`])))")]
    public async Task Nothing_is_sent_by_an_open_socket([StringSyntax("javascript")] string worker)
    {
        int received = 0;
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<h1>Hei</h1>").On("/kanal", async context =>
        {
            using System.Net.WebSockets.WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
            while ((await socket.ReceiveAsync(new byte[100], CancellationToken.None)).MessageType != System.Net.WebSockets.WebSocketMessageType.Close)
                Interlocked.Increment(ref received);
        });
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        await page.Page.EvaluateAsync(worker.Length == 0
            ? "() => new Promise((done) => { self.channel = new WebSocket(location.origin.replace('http', 'ws') + '/kanal'); channel.onopen = () => { channel.send('før'); done(); } })"
            : $"() => new Promise((done) => {{ self.worker = {worker}; worker.onmessage = done; }})");
        int before = worker.Length == 0 ? 1 : 0;
        await Eventually.HoldsAsync(() => Volatile.Read(ref received) == before, Cancellation);

        await ActingGuard.OfAsync(new PageProbes(page.Page), Cancellation);
        await page.Page.EvaluateAsync(worker.Length == 0 ? "() => { channel.send('etter'); channel.close(); }" : "() => { worker.postMessage(1); }");
        await page.Page.EvaluateAsync("async () => (await fetch('/')).text()");

        Assert.Equal(before, Volatile.Read(ref received));
    }
}
