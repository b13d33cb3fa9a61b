using System.Text.Json;
using Monitor.Shared.Obligations;
using Monitor.Shared.Scans;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Scans;

/// <summary>What pages show beside findings, from the looks to what obligations are judged by.</summary>
public sealed class ShownPagesTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_last_scan_saw_is_known_of_the_solution()
    {
        await using ScanWorld world = await WorldAsync();
        world.Site["a"] = P("a") with { Shown = Showing("first", again: false) };
        world.Site["b"] = P("b");
        await world.ScanAsync();
        world.Site["a"] = P("a") with { Shown = Showing("second", again: false) };
        await world.ScanAsync();

        ShownPage page = Assert.Single((await FactsAsync(world)).Pages);

        Assert.Equal((P("a").Url, PageKind.Start, "second"), (page.Url, page.Kind, page.Signs["sign"].GetString()));
        Assert.Null(page.Again);
    }

    [Fact]
    public async Task A_solution_that_was_never_scanned_has_shown_nothing()
    {
        await using ScanWorld world = await WorldAsync();

        Assert.Empty((await FactsAsync(world)).Pages);
    }

    [Fact]
    public async Task One_page_that_must_be_seen_twice_is_looked_at_again_though_nothing_new_failed()
    {
        await using ScanWorld world = await WorldAsync();
        world.Site["a"] = P("a") with { Shown = Showing("odd", again: true) };
        world.Site["b"] = P("b") with { Shown = Showing("odd", again: true) };

        ScanRow scan = await world.ScanAsync();

        Assert.Equal(1, scan.SecondLooks);
        ShownPage page = Assert.Single((await FactsAsync(world)).Pages, p => p.Again is not null);
        Assert.Equal("odd", page.Again!["sign"].GetString());
    }

    [Fact]
    public async Task A_page_that_is_looked_at_again_anyway_is_enough_and_the_limit_holds()
    {
        await using ScanWorld world = await WorldAsync(("Monitor:Scans:SecondLookPages", "1"));
        world.Site["a"] = P("a", "label/1") with { Shown = Showing("odd", again: true) };
        world.Site["b"] = P("b") with { Shown = Showing("odd", again: true) };
        world.Site["c"] = P("c", "label/2");
        await world.ScanAsync();
        world.Site["c"] = P("c", "label/2", "label/3");

        ScanRow scan = await world.ScanAsync();

        Assert.Equal(1, scan.SecondLooks);
        Assert.Single((await FactsAsync(world)).Pages, p => p.Again is not null);
    }

    private static PageShown Showing(string text, bool again) =>
        new(new Dictionary<string, JsonElement> { ["sign"] = JsonSerializer.SerializeToElement(text) }, again);

    private static async Task<SolutionFacts> FactsAsync(ScanWorld world) =>
        Assert.Single((await world.Get<SiteObligations>().ReadFactsAsync(ScanWorld.Agency, Cancellation)).Solutions);

    private static async Task<ScanWorld> WorldAsync(params (string Key, string Value)[] settings)
    {
        var world = new ScanWorld(settings);
        world.Site["a"] = P("a");
        return await world.RegisterAsync();
    }
}
