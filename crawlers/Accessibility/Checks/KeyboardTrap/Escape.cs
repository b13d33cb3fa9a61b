using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Acting;

namespace Monitor.Crawlers.Accessibility.Checks.KeyboardTrap;

/// <summary>Tries to get out of a circle of stops by the keys that people know.</summary>
internal sealed class Escape : IAsyncDisposable
{
    // A script that moves focus back does so by a timer of its own.
    private const string Settle = "() => new Promise((done) => setTimeout(done, 60))";
    private readonly IPage page;
    private readonly ICDPSession session;
    private readonly IReadOnlyList<IFrame> frames;
    private readonly IReadOnlyList<FocusStop> circle;
    private readonly Keyboard keyboard;

    private Escape(IPage page, ICDPSession session, IReadOnlyList<IFrame> frames, IReadOnlyList<FocusStop> circle)
    {
        this.page = page;
        this.session = session;
        this.frames = frames;
        this.circle = circle;
        keyboard = new Keyboard(session);
    }

    /// <summary>Stops in the circle.</summary>
    public int Size => circle.Count;

    /// <summary>How often each key is pressed: enough to leave the circle from any of its stops.</summary>
    public int Presses => circle.Count + 2;

    /// <summary>Gets ready.</summary>
    public static async Task<Escape> StartAsync(IPage page, IReadOnlyList<IFrame> frames, IReadOnlyList<FocusStop> circle) =>
        new(page, await page.Context.NewCDPSessionAsync(page), frames, circle);

    /// <summary>Whether pressing a key over and over, each time after another if one is given, leads out.</summary>
    public async Task<bool> TryAsync(Key key, CancellationToken cancellation, Key? before = null)
    {
        for (int i = 0; i < Presses; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (before is not null)
                await keyboard.PressAsync(before);
            await keyboard.PressAsync(key);
            await page.EvaluateAsync(Settle);
            if (!await IsInsideAsync())
                return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await session.DetachAsync();

    private async Task<bool> IsInsideAsync()
    {
        foreach (IFrame frame in frames.Where(f => !f.IsDetached))
        {
            int? active = await frame.EvaluateAsync<int?>("() => document.hasFocus() ? self[Symbol.for('monitor.walk')].active() : null");
            if (active is { } number && circle.Any(s => s.Frame == frame && s.Number == number))
                return true;
        }
        return false;
    }
}
