using Microsoft.Playwright;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>The dashboard without a mouse, in a window 320 pixels wide, without script.</summary>
[Collection(BrowserTests.Name)]
public sealed class KeyboardTests(BrowserWorld browser)
{
    // What Tab should reach, in the order of the document.
    private const string Reachable = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
          .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled)
          .map((e, i) => { e.dataset.order = i; return i; }).length
        """;

    private const string Focused = """
        () => {
          const e = document.activeElement;
          const style = getComputedStyle(e);
          const field = e.closest('.ds-field');
          const marked = s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
          return [e.dataset.order ?? e.tagName, String(marked(style) || !!field && marked(getComputedStyle(field))),
                  String(e.getBoundingClientRect().bottom > 0 && e.getBoundingClientRect().top < innerHeight)];
        }
        """;

    [Theory]
    [MemberData(nameof(DashboardPages.Names), MemberType = typeof(DashboardPages))]
    public async Task Tab_reaches_everything_in_order_and_shows_where_it_is(string name)
    {
        IPage page = await NarrowAsync(name);
        await using IBrowserContext context = page.Context;
        int count = await page.EvaluateAsync<int>(Reachable);
        // A form with errors takes the focus; these begin at the top.
        await page.EvaluateAsync("() => document.activeElement?.blur()");

        for (int i = 0; i < count; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            string[] focused = await page.EvaluateAsync<string[]>(Focused);
            // A date is entered in parts, and each part is a stop.
            if (i > 0 && focused[0] == (i - 1).ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                i--;
                continue;
            }
            Assert.Equal([i.ToString(System.Globalization.CultureInfo.InvariantCulture), "true", "true"], focused);
        }
    }

    [Fact]
    public async Task The_first_stop_skips_to_the_content()
    {
        IPage page = await NarrowAsync("overview");
        await using IBrowserContext context = page.Context;

        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.Locator(".ds-skip-link").IsVisibleAsync());
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("main", await page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Fact]
    public async Task A_form_is_sent_and_corrected_by_keyboard()
    {
        IPage page = await NarrowAsync("new-agency");
        await using IBrowserContext context = page.Context;

        await page.Locator("#orgNumber").FocusAsync();
        await page.Keyboard.TypeAsync("123");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/agencies/new");
        await page.Locator(".ds-error-summary").WaitForAsync();
        Assert.StartsWith("Feil: ", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator(".ds-error-summary").EvaluateAsync<bool>("e => e === document.activeElement"));

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("orgNumber", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("889640782");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Virksomheten er registrert.").WaitForAsync();

        Assert.EndsWith("/agencies/889640782?done=registered", page.Url, StringComparison.Ordinal);
    }

    private Task<IPage> NarrowAsync(string name) => browser.OpenAsync(
        DashboardPages.Find(name),
        options: new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 640 }, JavaScriptEnabled = false });
}
