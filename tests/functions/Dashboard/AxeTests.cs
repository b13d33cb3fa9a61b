using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>The dashboard by the measure it holds others to.</summary>
[Collection(BrowserTests.Name)]
public sealed class AxeTests(BrowserWorld browser)
{
    [Theory]
    [MemberData(nameof(DashboardPages.Names), MemberType = typeof(DashboardPages))]
    public Task Axe_finds_no_failure_in_the_light(string name) => CheckAsync(name, Language.Nb, ColorScheme.Light);

    [Theory]
    [MemberData(nameof(DashboardPages.Names), MemberType = typeof(DashboardPages))]
    public Task Axe_finds_no_failure_in_the_dark(string name) => CheckAsync(name, Language.Nb, ColorScheme.Dark);

    [Theory]
    [InlineData(Language.Nn)]
    [InlineData(Language.En)]
    public Task Axe_finds_no_failure_in_the_other_languages(Language language) => CheckAsync("finding", language, ColorScheme.Light);

    private async Task CheckAsync(string name, Language language, ColorScheme scheme)
    {
        IPage page = await browser.OpenAsync(DashboardPages.Find(name), language, new BrowserNewContextOptions { ColorScheme = scheme });
        await using IBrowserContext context = page.Context;

        AxeResult result = await page.RunAxe();

        Assert.NotEmpty(result.Passes);
        Assert.Equal([], result.Violations.SelectMany(v => v.Nodes, (v, n) => $"{v.Id}: {n.Html}"));
    }
}
