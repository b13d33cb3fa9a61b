using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.OnInput;

/// <summary>Changes fields by the keyboard, as somebody would who has no mouse, and back again.</summary>
internal sealed class FieldChange(CheckContext context)
{
    private static readonly string Script = EmbeddedScript.Read(typeof(FieldChange), "oninput.js");
    private static readonly WarningWords Words = EmbeddedData.Read<WarningWords>(typeof(FieldChange), "words.data.json");

    private readonly List<string> departures = [];

    /// <summary>Changes a few of the fields.</summary>
    public async Task<PageReading<Changed>> TryAsync(object choice, CancellationToken cancellation)
    {
        PageReading<Field> fields = await PageReader.ReadMainAsync<Field>(context.Page, Script, choice).WaitAsync(cancellation);
        if (fields.Elements.Count == 0)
            return new PageReading<Changed>([], false);
        ActingGuard guard = await ActingGuard.OfAsync(context.Probes, cancellation);
        context.Page.Request += Note;
        try
        {
            return await Keyboard.OnAsync(context.Page, async keyboard =>
            {
                List<ReadElement<Changed>> changed = [];
                foreach (ReadElement<Field> field in fields.Elements)
                    changed.Add(new ReadElement<Changed>(await TryAsync(field, keyboard, guard).WaitAsync(cancellation), field.Address, field.Html));
                return new PageReading<Changed>(changed, false);
            });
        }
        finally
        {
            context.Page.Request -= Note;
        }
    }

    private void Note(object? sender, IRequest request)
    {
        if (!request.IsNavigationRequest || request.Frame != context.Page.MainFrame)
            return;
        lock (departures)
            departures.Add(request.Url);
    }

    private async Task<Changed> TryAsync(ReadElement<Field> field, Keyboard keyboard, ActingGuard guard)
    {
        ChangeEffect first = await ChangeAsync(field, keyboard, guard);
        // Twice, since a page may have been about to do so anyhow.
        if (first is ChangeEffect.Untried or ChangeEffect.Nothing || await ChangeAsync(field, keyboard, guard) == first)
            return new Changed(first, first is not ChangeEffect.Untried && await IsToldAsync(field));
        return new Changed(ChangeEffect.Untried, false);
    }

    /// <summary>Changes the field and puts it back by the keyboard, so that what goes with it goes back too; then by script, to be sure.</summary>
    private async Task<ChangeEffect> ChangeAsync(ReadElement<Field> field, Keyboard keyboard, ActingGuard guard)
    {
        State before = await AskAsync("focus", field);
        if (!before.Focused)
            return ChangeEffect.Untried;
        (int left, int opened) = (Left(), await guard.CountOpenedAsync());
        await keyboard.PressAsync(KeyNamed(before.On));
        State after = await AskAsync("look", field);
        ChangeEffect effect =
            Left() > left ? EffectOf(left)
            : await guard.CountOpenedAsync() > opened ? ChangeEffect.OpenedWindow
            : after.Moved ? ChangeEffect.MovedFocus
            : after.Value == before.Value ? ChangeEffect.Untried : ChangeEffect.Nothing;

        if (after.Value != before.Value)
        {
            await AskAsync("focus", field);
            await keyboard.PressAsync(KeyNamed(before.Back));
        }
        await AskAsync("restore", field, before);
        return effect;
    }

    private int Left()
    {
        lock (departures)
            return departures.Count;
    }

    private ChangeEffect EffectOf(int departure)
    {
        lock (departures)
            return PathOf(departures[departure]) == PathOf(context.Page.Url) ? ChangeEffect.Reloaded : ChangeEffect.LedElsewhere;
    }

    private static string PathOf(string url) => url.Split('?', '#')[0];

    private static Key KeyNamed(string name) => name switch
    {
        "ArrowDown" => Key.Down,
        "ArrowUp" => Key.Up,
        _ => Key.Space,
    };

    private async Task<bool> IsToldAsync(ReadElement<Field> field) => (await AskAsync("told", field)).Told;

    private Task<State> AskAsync(string stage, ReadElement<Field> field, State? state = null) =>
        PageReader.AskAsync<State>(context.Page, Script, new { stage, way = field.Address.Inner, state, Words.Warns });

    /// <summary>A field to change.</summary>
    private sealed record Field(string Kind);

    /// <summary>How a field stands.</summary>
    /// <param name="Focused">Whether it has focus.</param>
    /// <param name="Moved">Whether something other than the field or its group has.</param>
    /// <param name="Value">What it and its group hold.</param>
    /// <param name="On">The key that changes it.</param>
    /// <param name="Back">The key that changes it back.</param>
    /// <param name="Top">How far the page is scrolled.</param>
    /// <param name="Told">Whether a text near it tells that something happens.</param>
    private sealed record State(bool Focused, bool Moved, string Value, string On, string Back, int Top, bool Told);

    /// <summary>How texts tell beforehand that something happens, as regular expressions.</summary>
    private sealed record WarningWords(IReadOnlyList<string> Warns);
}

/// <summary>A field that was changed.</summary>
/// <param name="Effect">What came of it.</param>
/// <param name="Told">Whether a text near it tells of that.</param>
internal sealed record Changed(ChangeEffect Effect, bool Told);

/// <summary>What comes of changing a field.</summary>
internal enum ChangeEffect
{
    /// <summary>It could not be changed, or not the same came of it twice.</summary>
    Untried,

    /// <summary>Nothing that leads elsewhere.</summary>
    Nothing,

    /// <summary>Another page was to be shown.</summary>
    LedElsewhere,

    /// <summary>The same page was to be loaded again.</summary>
    Reloaded,

    /// <summary>A window was to open.</summary>
    OpenedWindow,

    /// <summary>Focus moved to something else.</summary>
    MovedFocus,
}
