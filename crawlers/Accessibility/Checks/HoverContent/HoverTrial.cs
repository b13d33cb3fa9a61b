using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Checks.HoverContent;

/// <summary>Moves the pointer over one thing, onto what appears, and away.</summary>
internal sealed class HoverTrial(IPage page, IJSHandle hover, int candidate)
{
    /// <summary>Tries; the pointer is away in the end.</summary>
    public async Task<HoverResult> RunAsync()
    {
        await AwayAsync();
        if (await PointAsync("point") is not { } over || await SeenAsync())
            return HoverResult.Nothing;
        try
        {
            if (!await SeenAtAsync(over))
                return HoverResult.Nothing;
            string? covered = await hover.EvaluateAsync<string?>("(hover, i) => hover.covered(i)", candidate);
            bool? stays = await PointAsync("onto") is { } onto ? await SeenAtAsync(onto) : null;
            // Only what comes back and goes again is the pointer's doing.
            await AwayAsync();
            if (await SeenAsync() || !await SeenAtAsync(over))
                return HoverResult.Nothing;
            await page.Keyboard.PressAsync("Escape");
            bool closable = await hover.EvaluateAsync<bool>("(hover, i) => hover.closable(i)", candidate);
            return new HoverResult(true, stays, !await SeenAsync(), covered, closable);
        }
        finally
        {
            await AwayAsync();
        }
    }

    private Task AwayAsync() => page.Mouse.MoveAsync(0, 0);

    private async Task<bool> SeenAtAsync(float[] point)
    {
        await page.Mouse.MoveAsync(point[0], point[1]);
        return await SeenAsync();
    }

    private Task<bool> SeenAsync() => hover.EvaluateAsync<bool>("(hover, i) => hover.seen(i)", candidate);

    private Task<float[]?> PointAsync(string which) => hover.EvaluateAsync<float[]?>($"(hover, i) => hover.{which}(i)", candidate);
}
