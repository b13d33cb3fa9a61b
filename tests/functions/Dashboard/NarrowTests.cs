using Microsoft.Playwright;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>Narrow windows, large text and no script.</summary>
[Collection(BrowserTests.Name)]
public sealed class NarrowTests(BrowserWorld browser)
{
    private const string Overflow = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private const string Spilling = """
        () => [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.ds-sr-only, thead, svg'))
          .map(e => e.tagName + '.' + e.className).slice(0, 5)
        """;

    [Theory]
    [MemberData(nameof(DashboardPages.Names), MemberType = typeof(DashboardPages))]
    public async Task Nothing_scrolls_sideways_at_320_pixels_without_script(string name)
    {
        IPage page = await OpenAsync(name, 320, script: false);
        await using IBrowserContext context = page.Context;

        string[] spilling = await page.EvaluateAsync<string[]>(Spilling);
        Assert.Equal([], spilling);
        Assert.Equal(0, await page.EvaluateAsync<int>(Overflow));
    }

    [Theory]
    [InlineData("solution")]
    [InlineData("scan")]
    [InlineData("new-agency")]
    public async Task Text_of_twice_the_size_fits(string name)
    {
        IPage page = await OpenAsync(name, 640, script: true);
        await using IBrowserContext context = page.Context;

        // As a browser's setting for larger text does.
        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%' }");

        Assert.Equal(0, await page.EvaluateAsync<int>(Overflow));
    }

    [Fact]
    public async Task Forced_colours_keep_focus_and_the_page_one_is_on_visible()
    {
        IPage page = await browser.OpenAsync(DashboardPages.Find("tasks"), options: new BrowserNewContextOptions { ForcedColors = ForcedColors.Active });
        await using IBrowserContext context = page.Context;
        await page.Keyboard.PressAsync("Tab");

        Assert.Equal("solid", await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"));
        Assert.Equal("solid", await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.m-nav [aria-current]')).borderBottomStyle"));
    }

    [Fact]
    public async Task Paper_shows_the_findings_and_not_the_buttons()
    {
        IPage page = await browser.OpenAsync(DashboardPages.Find("solution"));
        await using IBrowserContext context = page.Context;

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.False(await page.Locator(".m-actions").First.IsVisibleAsync());
        Assert.True(await page.Locator("#findings").IsVisibleAsync());
    }

    private Task<IPage> OpenAsync(string name, int width, bool script) => browser.OpenAsync(
        DashboardPages.Find(name),
        options: new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 640 }, JavaScriptEnabled = script });
}
