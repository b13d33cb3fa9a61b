using System.Text.Json;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Acting;

namespace Monitor.Crawlers.Accessibility.Checks.FocusVisible;

/// <summary>Takes pictures of the viewport while the page's animations stand still.</summary>
internal sealed class StillCamera : IAsyncDisposable
{
    private readonly ICDPSession session;
    private readonly IReadOnlyList<IFrame> frames;

    private StillCamera(ICDPSession session, IReadOnlyList<IFrame> frames)
    {
        this.session = session;
        this.frames = frames;
    }

    /// <summary>Makes the page stand still.</summary>
    public static async Task<StillCamera> StartAsync(IPage page, IReadOnlyList<IFrame> frames)
    {
        var camera = new StillCamera(await page.Context.NewCDPSessionAsync(page), frames);
        await camera.CallAsync("freeze");
        return camera;
    }

    /// <summary>Whether the viewport shows the same with focus on a stop and on nothing. Anything that moves besides makes it differ: then nothing is accused.</summary>
    public async Task<bool> LooksTheSameAsync(FocusStop stop)
    {
        await stop.Frame.EvaluateAsync("number => self[Symbol.for('monitor.walk')].focus(number)", stop.Number);
        if (await stop.Frame.EvaluateAsync<int?>("() => self[Symbol.for('monitor.walk')].active()") != stop.Number)
            return false; // It does not take focus from a script, so what it looks like with it is not seen.
        byte[] with = await TakeAsync();
        await stop.Frame.EvaluateAsync("() => self[Symbol.for('monitor.walk')].blur()");
        return Pictures.AreAlike(with, await TakeAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CallAsync("thaw");
        await session.DetachAsync();
    }

    private async Task<byte[]> TakeAsync()
    {
        JsonElement? picture = await session.SendAsync("Page.captureScreenshot", new Dictionary<string, object> { ["format"] = "png", ["optimizeForSpeed"] = true });
        return picture!.Value.GetProperty("data").GetBytesFromBase64();
    }

    private async Task CallAsync(string method)
    {
        foreach (IFrame frame in frames.Where(f => !f.IsDetached))
            await frame.EvaluateAsync($"() => self[Symbol.for('monitor.walk')]?.{method}()");
    }
}
