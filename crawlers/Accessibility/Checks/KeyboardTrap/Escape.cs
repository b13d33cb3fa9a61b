using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Acting;

namespace Monitor.Crawlers.Accessibility.Checks.KeyboardTrap;

/// <summary>Tries to get out of a circle of stops by the keys that people know.</summary>
internal sealed class Escape(IPage page, Keyboard keyboard, IReadOnlyList<IFrame> frames, IReadOnlyList<FocusStop> circle)
{
    // A script that moves focus back does so by a timer of its own.
    private const int SettleMs = 25;

    /// <summary>Stops in the circle.</summary>
    public int Size => circle.Count;

    /// <summary>How often each key is pressed: enough to leave the circle from any of its stops.</summary>
    public int Presses => circle.Count + 1;

    /// <summary>Whether pressing a key over and over, each time after another if one is given, leads out.</summary>
    public async Task<bool> TryAsync(Key key, CancellationToken cancellation, Key? before = null)
    {
        for (int i = 0; i < Presses; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (before is not null)
                await keyboard.PressAsync(before);
            await keyboard.PressAsync(key);
            await PageTimer.RunAsync(page, SettleMs);
            if (!await IsInsideAsync())
                return true;
        }
        return false;
    }

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
