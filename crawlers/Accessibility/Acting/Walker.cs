using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Acting;

/// <summary>Goes once through a page by Tab, from wherever focus is.</summary>
/// <param name="page">The page.</param>
/// <param name="tab">Presses Tab so many times.</param>
/// <param name="batch">How many presses at most before it looks where it is; it ends early where it goes round and round.</param>
internal sealed class Walker(IPage page, Func<int, Task> tab, int batch = int.MaxValue)
{
    /// <summary>Stops that are walked to, at most.</summary>
    public const int MostStops = 60;

    private const int MissedTold = 20;

    // Beyond the stops expected: boxes that scroll are stops too, and so is the page's end.
    private const int Spare = 4;
    // A script that fetches focus back by a timer is seen only when the timer had the time to run.
    private const int SettleMs = 30;
    private const string End = "() => self[Symbol.for('monitor.walk')].end()";
    private const string Read = "most => JSON.stringify(self[Symbol.for('monitor.walk')].read(most))";
    private static readonly string Script = PageReader.Calling(EmbeddedScript.Read(typeof(Walker), "walk.js"));
    private static readonly string Given = JsonSerializer.Serialize(new { Compared = MostStops + Spare }, MonitorJson.Options);

    private readonly List<ShownFrame> frames = [];
    private bool incomplete;
    private int expected;

    /// <summary>Walks. Whatever stood still for it moves again afterwards.</summary>
    /// <exception cref="PlaywrightException">The page itself could not be asked.</exception>
    /// <exception cref="JsonException">Its own scripts are in the way.</exception>
    public async Task<FocusWalk> WalkAsync(CancellationToken cancellation)
    {
        await BeginAsync();
        FocusWalk walk = await PressAsync(cancellation);
        foreach (ShownFrame frame in frames)
            await frame.Frame.EvaluateAsync(End);
        return walk;
    }

    private async Task<FocusWalk> PressAsync(CancellationToken cancellation)
    {
        for (int pressed = 0, times = Math.Min(expected, MostStops) + Spare; ; times = Math.Min(expected, MostStops) / 2 + Spare)
        {
            cancellation.ThrowIfCancellationRequested();
            int now = Math.Min(times, batch);
            await tab(now);
            await PageTimer.RunAsync(page, SettleMs);
            pressed += now;
            FocusWalk walk = await ReadAsync(pressed);
            if (walk.Closed || pressed > MostStops || pressed > expected * 2 + Spare * 2 || GoesRound(walk.Steps))
                return walk;
        }
    }

    /// <summary>Whether the last steps only led to stops that had focus before, so often that there is no way on.</summary>
    private static bool GoesRound(IReadOnlyList<FocusStop?> steps)
    {
        HashSet<FocusStop> seen = [];
        int newest = 0;
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i] is not { } step || seen.Add(step))
                newest = i;
        }
        FocusStop?[] since = [.. steps.Skip(newest + 1)];
        return since.Length > since.Distinct().Count() * 2 + Spare;
    }

    private async Task BeginAsync()
    {
        (IReadOnlyList<ShownFrame> shown, incomplete) = await PageReader.FramesAsync(page);
        foreach (ShownFrame frame in shown)
        {
            try
            {
                expected += int.Parse(await frame.Frame.EvaluateAsync<string>(Script, Given), CultureInfo.InvariantCulture);
                frames.Add(frame);
            }
            catch (PlaywrightException) when (frame.Way.Count > 0)
            {
                incomplete = true;
            }
        }
    }

    private async Task<FocusWalk> ReadAsync(int pressed)
    {
        Dictionary<(IFrame, int), FocusStop> stops = [];
        List<(double At, IFrame Frame, int? Stop, bool Key)> events = [];
        FocusStop? last = null;
        int opened = 0;
        foreach (ShownFrame frame in frames)
        {
            FrameRecord record;
            try
            {
                record = JsonSerializer.Deserialize<FrameRecord>(await frame.Frame.EvaluateAsync<string>(Read, MissedTold), MonitorJson.Options)
                    ?? throw new JsonException("The page tampered with what was read in it.");
            }
            catch (PlaywrightException) when (frame.Way.Count > 0)
            {
                incomplete = true;
                continue;
            }
            foreach (ReadElement<StopLook> element in PageReader.Trust(record.Stops, frame.Way))
                stops.TryAdd((frame.Frame, element.Item.Number), new FocusStop(frame.Frame, element.Item.Number, element.Address, element.Html, element.Item));
            events.AddRange(record.Events.Select(e => (e.At, frame.Frame, e.Stop, e.Key)));
            opened += record.Opened;
            if (record.Active is { } active)
                last = stops.GetValueOrDefault((frame.Frame, active));
        }

        events = [.. events.OrderBy(e => e.At)];
        FocusStop?[] steps =
        [
            .. events.Where(e => e.Key).Select(e => e.Stop is { } stop ? stops.GetValueOrDefault((e.Frame, stop)) : null),
            last,
        ];
        return new FocusWalk(steps, [.. stops.Values.Where(s => s.Look.Visited)])
        {
            Missed = [.. stops.Values.Where(s => !s.Look.Visited)],
            Closed = CameRound(steps),
            Jumps = CountJumps(events),
            Lost = [.. Lost(events).Select(e => stops.GetValueOrDefault(e)).OfType<FocusStop>().Distinct()],
            Frames = [.. frames.Select(f => f.Frame)],
            Opened = opened,
            Incomplete = incomplete || steps.Length <= pressed,
        };
    }

    /// <summary>Whether something had focus again after the page's end had been passed in between.</summary>
    private static bool CameRound(FocusStop?[] steps)
    {
        int first = Array.FindIndex(steps, s => s is not null);
        int end = first < 0 ? -1 : Array.IndexOf(steps, null, first);
        return end > first && Array.FindIndex(steps, end, s => s is not null && s.Equals(steps[first])) > end;
    }

    /// <summary>Moves of focus beyond the one that a key makes.</summary>
    private static int CountJumps(IEnumerable<(double At, IFrame Frame, int? Stop, bool Key)> events)
    {
        int jumps = 0, sinceKey = 0;
        foreach ((_, _, _, bool key) in events)
        {
            sinceKey = key ? 0 : sinceKey + 1;
            if (sinceKey > 1)
                jumps++;
        }
        return jumps;
    }

    /// <summary>What got focus and, at the next key, nothing had it.</summary>
    private static IEnumerable<(IFrame, int)> Lost(IReadOnlyList<(double At, IFrame Frame, int? Stop, bool Key)> events) =>
        events.Zip(events.Skip(1)).Where(e => e.First is { Key: false, Stop: not null } && e.Second is { Key: true, Stop: null }).Select(e => (e.First.Frame, e.First.Stop!.Value));

    /// <summary>What a frame noted.</summary>
    private sealed record FrameRecord(IReadOnlyList<FrameEvent> Events, int? Active, int Opened, IReadOnlyList<ToldElement<StopLook>?> Stops);

    /// <summary>A key or a move of focus, in milliseconds since 1970, and the number of what had or got focus.</summary>
    private sealed record FrameEvent(bool Key, double At, int? Stop);
}
