using System.Diagnostics;
using Monitor.Crawlers.Tests.Web.Outbound;
using Monitor.Crawlers.Web.Egress;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Egress;

/// <summary>The guard where the browser is: Chromium itself, behind the proxy, on a page that tries to get inside.</summary>
public sealed class BrowserEgressTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string? Chromium => new[] { Environment.GetEnvironmentVariable("MONITOR_CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }
        .FirstOrDefault(File.Exists);

    [Fact]
    public async Task A_hostile_page_reaches_its_own_site_and_nothing_inside()
    {
        Assert.SkipWhen(Chromium is null, "not run: there is no Chromium");
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        await using TestSite canary = await TestSite.StartAsync(Cancellation);
        var done = new TaskCompletionSource();
        string inside = canary.Url("/");
        site.Text("/egen.js", "window.egen = true;", "text/javascript")
            .On("/ferdig", _ =>
            {
                done.TrySetResult();
                return Task.CompletedTask;
            })
            .Html("/", $$"""
                <script src="/egen.js"></script><link rel="stylesheet" href="{{inside}}css"><link rel="prefetch" href="{{inside}}prefetch">
                <img src="{{inside}}img"><iframe src="{{inside}}frame"></iframe><iframe src="/videre"></iframe><img src="http://localhost:{{canary.Origin.Port}}/">
                <script>
                  const tries = [fetch('{{inside}}fetch', { mode: 'no-cors' }).catch(() => 0), new Promise(r => {
                    const socket = new WebSocket('{{inside.Replace("http", "ws")}}socket'); socket.onerror = socket.onopen = r; }),
                    new Promise(r => { const events = new EventSource('{{inside}}events'); events.onerror = events.onopen = () => { events.close(); r(); }; })];
                  navigator.sendBeacon('{{inside}}beacon', 'x');
                  Promise.all(tries).then(() => fetch('/ferdig?egen=' + window.egen));
                </script>
                """)
            .Redirect("/videre", inside + "redirect");
        await using EgressProxy proxy = await EgressProxy.StartAsync(
            Guards.Create(null, site.Origin.GetLeftPart(UriPartial.Authority)), TimeProvider.System, Cancellation);

        using Process browser = Process.Start(new ProcessStartInfo(Chromium!,
        [
            "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--headless", $"--proxy-server={proxy.Address.GetLeftPart(UriPartial.Authority)}",
            "--proxy-bypass-list=<-loopback>", "--remote-debugging-port=0", site.Url("/"),
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            _ = browser.StandardOutput.ReadToEndAsync(Cancellation);
            _ = browser.StandardError.ReadToEndAsync(Cancellation);
            await Task.WhenAny(done.Task, browser.WaitForExitAsync(Cancellation)).WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
        }

        Assert.Contains("/ferdig?egen=true", site.Requests.Select(r => r.PathAndQuery));
        Assert.Empty(canary.Requests);
    }
}
