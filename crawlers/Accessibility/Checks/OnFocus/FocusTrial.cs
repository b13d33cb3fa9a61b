using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Acting;

namespace Monitor.Crawlers.Accessibility.Checks.OnFocus;

/// <summary>Gives focus to one stop after the other and looks what each sets off.</summary>
internal sealed class FocusTrial(IPage page, ActingGuard guard)
{
    // For what a script does a moment after it got focus.
    private const int SettleMs = 30;

    // A dialog that closes gives focus back to where it came from, which may be enough.
    private const string Again = """
        number => {
          const walk = self[Symbol.for('monitor.walk')];
          for (const dialog of document.querySelectorAll('dialog:modal')) dialog.close();
          if (walk.threw(number)) return;
          walk.blur();
          walk.focus(number);
        }
        """;

    /// <summary>The stops that, each time of two, make for another page or open a window when they get focus, with what was seen.</summary>
    public async Task<IReadOnlyDictionary<FocusStop, string>> TryAsync(FocusWalk walk, CancellationToken cancellation)
    {
        var leaving = new Dictionary<FocusStop, string>();
        foreach (FocusStop stop in walk.Order)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await FocusAsync(stop) is { } what && await FocusAsync(stop) is not null)
                leaving.Add(stop, what);
        }
        return leaving;
    }

    /// <summary>Of the stops whose focus went on to a dialog, those from which it does so again.</summary>
    public async Task<IReadOnlySet<FocusStop>> ThrowAsync(IEnumerable<FocusStop> stops, CancellationToken cancellation)
    {
        HashSet<FocusStop> throwing = [];
        foreach (FocusStop stop in stops)
        {
            cancellation.ThrowIfCancellationRequested();
            await stop.Frame.EvaluateAsync(Again, stop.Number);
            await PageTimer.RunAsync(page, SettleMs);
            if (await stop.Frame.EvaluateAsync<bool>("number => self[Symbol.for('monitor.walk')].threw(number)", stop.Number))
                throwing.Add(stop);
        }
        return throwing;
    }

    /// <summary>What focus set off; null for nothing. That nothing comes by itself is seen before.</summary>
    private async Task<string?> FocusAsync(FocusStop stop)
    {
        await stop.Frame.EvaluateAsync("() => self[Symbol.for('monitor.walk')].blur()");
        (int Departures, int Opened) before = await CountAsync();
        await PageTimer.RunAsync(page, SettleMs);
        if (await CountAsync() != before)
            return null;
        await stop.Frame.EvaluateAsync("number => self[Symbol.for('monitor.walk')].focus(number)", stop.Number);
        await PageTimer.RunAsync(page, SettleMs);
        (int departures, int opened) = await CountAsync();
        return departures > before.Departures ? $"When it gets focus, the page is left for {guard.Departures[^1]}."
            : opened > before.Opened ? "When it gets focus, a window opens."
            : null;
    }

    private async Task<(int Departures, int Opened)> CountAsync() => (guard.Departures.Count, await guard.CountOpenedAsync());
}
