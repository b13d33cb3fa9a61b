using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.PointerDown;

/// <summary>Presses controls with the pointer and releases it elsewhere: no click.</summary>
internal sealed class PointerPress(IPage page)
{
    private static readonly string Script = EmbeddedScript.Read(typeof(PointerPress), "pointerdown.js");
    private static readonly ControlWords Words = EmbeddedData.Read<ControlWords>(typeof(PointerPress), "words.data.json");

    private bool led;
    private bool pressed;

    /// <summary>Tries some of the elements, one after the other, until one leads elsewhere.</summary>
    public async Task<PageReading<Press>> TryAsync(IReadOnlyList<IReadOnlyList<string>> elements, CancellationToken cancellation)
    {
        PageReading<Candidate> chosen = await PageReader.ReadAsync<Candidate>(page, Script, new { stage = "choose", selectors = elements, Words.Never }).WaitAsync(cancellation);
        if (chosen.Elements.Count == 0)
            return new PageReading<Press>([], false);

        double[] scroll = await page.EvaluateAsync<double[]>("[scrollX, scrollY]");
        var tried = new List<ReadElement<Press>>();
        page.Request += Note;
        try
        {
            foreach (ReadElement<Candidate> candidate in chosen.Elements.TakeWhile(_ => !led))
                tried.Add(new ReadElement<Press>(await TryAsync(candidate).WaitAsync(cancellation), candidate.Address, candidate.Html));
            if (!led)
                await page.EvaluateAsync("([x, y]) => scrollTo({ left: x, top: y, behavior: 'instant' })", scroll);
        }
        finally
        {
            page.Request -= Note;
        }
        return new PageReading<Press>([.. tried.Where(t => t.Item.Result != PressResult.Untried)], false);
    }

    private async Task<Press> TryAsync(ReadElement<Candidate> candidate)
    {
        pressed = false;
        try
        {
            if (await AskAsync<Point>("aim", candidate) is not { } point)
                return new Press(PressResult.Untried, true);
            await page.Mouse.MoveAsync(point.X, point.Y);
            Look? before = await AskAsync<Look>("look", candidate);
            // A page that changes or leaves by itself says nothing about a press.
            if (before is null || before.State != (await AskAsync<Look>("look", candidate))?.State || led)
                return new Press(PressResult.Untried, true);

            Look? after = await PressAsync(point, candidate);
            if (led)
                return new Press(PressResult.LedElsewhere, true);
            if (after is null)
                return new Press(PressResult.Untried, true);
            if (after.State == before.State)
                return new Press(PressResult.Nothing, true);
            // The change may have moved it.
            Look? again = await AskAsync<Point>("aim", candidate) is { } anew ? await PressAsync(anew, candidate) : null;
            return led
                ? new Press(PressResult.LedElsewhere, true)
                : new Press(PressResult.Changed, candidate.Item.Toggle || before.Undoing || !after.Others.SequenceEqual(before.Others) || again is null || again.State == before.State);
        }
        // The page went elsewhere under our hands.
        catch (PlaywrightException) when (led)
        {
            return new Press(pressed ? PressResult.LedElsewhere : PressResult.Untried, true);
        }
    }

    /// <summary>Presses, and releases in the corner; what the page shows then.</summary>
    private async Task<Look?> PressAsync(Point point, ReadElement<Candidate> candidate)
    {
        PageViewportSizeResult size = page.ViewportSize!;
        await page.Mouse.MoveAsync(point.X, point.Y);
        pressed = true;
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(size.Width - 2, size.Height - 2);
        await page.Mouse.UpAsync();
        return await AskAsync<Look>("look", candidate);
    }

    private async Task<T?> AskAsync<T>(string stage, ReadElement<Candidate> candidate) where T : class =>
        (await PageReader.ReadAsync<T>(page, Script, new { stage, element = candidate.Address.Inner, Words.Undo })).Elements is [{ } first, ..] ? first.Item : null;

    private void Note(object? sender, IRequest request) => led |= request.IsNavigationRequest && request.Frame == page.MainFrame;

    /// <summary>A control to try.</summary>
    /// <param name="Toggle">Whether it says that it switches between states, which pressing again undoes.</param>
    private sealed record Candidate(bool Toggle);

    private sealed record Point(float X, float Y);

    /// <summary>What a page shows.</summary>
    /// <param name="State">All that a press may change.</param>
    /// <param name="Others">The names of the other controls there are.</param>
    /// <param name="Undoing">Whether one of them may take back what a press does.</param>
    private sealed record Look(string State, IReadOnlyList<string> Others, bool Undoing);

    /// <summary>How words begin of controls that are nobody's to try, and of those that may take back what another did.</summary>
    private sealed record ControlWords(IReadOnlyList<string> Never, IReadOnlyList<string> Undo);
}
