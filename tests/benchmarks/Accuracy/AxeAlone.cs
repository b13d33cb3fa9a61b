using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Monitor.Benchmarks.Accuracy;

/// <summary>axe-core by itself, as its makers would run it: all its rules of WCAG 2.1 A and AA, nothing demoted.</summary>
internal sealed class AxeAlone : IAsyncDisposable
{
    private static readonly AxeRunOptions Options = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa") };
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private AxeAlone(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static async Task<AxeAlone> StartAsync()
    {
        string executable = Environment.GetEnvironmentVariable("MONITOR_CHROMIUM")
            ?? ((string[])["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"]).First(File.Exists);
        IPlaywright playwright = await Playwright.CreateAsync();
        return new AxeAlone(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] }));
    }

    /// <summary>What it says of a page's criteria; silent where it could not run.</summary>
    public async Task<Verdict> JudgeAsync(string url, IReadOnlyList<string> criteria)
    {
        IPage page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        try
        {
            await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Load, Timeout = 15_000 });
            AxeResult result = await page.RunAxe(Options).WaitAsync(TimeSpan.FromSeconds(30));
            return Names(result.Violations, criteria) ? Verdict.Failed : Names(result.Incomplete, criteria) ? Verdict.CantTell : Verdict.Silent;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return Verdict.Silent;
        }
        finally
        {
            await page.CloseAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    // axe tags criteria as wcag111 for 1.1.1 and wcag1412 for 1.4.12.
    private static bool Names(AxeResultItem[] items, IReadOnlyList<string> criteria) =>
        items.Any(i => i.Tags.Intersect(criteria.Select(c => "wcag" + c.Replace(".", "", StringComparison.Ordinal))).Any());
}
