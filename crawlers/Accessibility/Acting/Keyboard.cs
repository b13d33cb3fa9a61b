using System.Text.Json;
using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Acting;

/// <summary>The keyboard, without waiting for anything between key down and key up. Keys go to whatever has focus, in whichever frame.</summary>
internal sealed class Keyboard(ICDPSession session)
{
    private const int Shift = 8;

    /// <summary>Works with the keyboard of a page.</summary>
    public static async Task<T> OnAsync<T>(IPage page, Func<Keyboard, Task<T>> work)
    {
        ICDPSession session = await page.Context.NewCDPSessionAsync(page);
        try
        {
            return await work(new Keyboard(session));
        }
        finally
        {
            await session.DetachAsync();
        }
    }

    /// <summary>Presses Tab a number of times, none waiting for the one before.</summary>
    public Task TabAsync(int times) => Task.WhenAll(Enumerable.Range(0, times).Select(_ => PressAsync(Key.Tab)));

    /// <summary>Presses a key and waits until the page has seen it.</summary>
    public Task PressAsync(Key key) => Task.WhenAll(
        DispatchAsync(key.Text is null ? "rawKeyDown" : "keyDown", key),
        DispatchAsync("keyUp", key));

    private Task<JsonElement?> DispatchAsync(string type, Key key)
    {
        var arguments = new Dictionary<string, object>
        {
            ["type"] = type,
            ["key"] = key.Name,
            ["code"] = key.Code,
            ["windowsVirtualKeyCode"] = key.VirtualCode,
            ["modifiers"] = key.WithShift ? Shift : 0,
        };
        if (key.Text is not null && type == "keyDown")
            arguments["text"] = key.Text;
        return session.SendAsync("Input.dispatchKeyEvent", arguments);
    }
}

/// <summary>A key (W3C UI Events KeyboardEvent key and code values).</summary>
/// <param name="Name">Its <c>key</c>.</param>
/// <param name="Code">Its <c>code</c>.</param>
/// <param name="VirtualCode">Its old Windows code, which scripts still read.</param>
/// <param name="Text">The text it types, if any.</param>
/// <param name="WithShift">Whether Shift is held.</param>
internal sealed record Key(string Name, string Code, int VirtualCode, string? Text = null, bool WithShift = false)
{
    /// <summary>On to the next control.</summary>
    public static Key Tab { get; } = new("Tab", "Tab", 9);

    /// <summary>Back to the one before.</summary>
    public static Key BackTab { get; } = new("Tab", "Tab", 9, WithShift: true);

    /// <summary>Out of what is open.</summary>
    public static Key Escape { get; } = new("Escape", "Escape", 27);

    /// <summary>On in a list.</summary>
    public static Key Down { get; } = new("ArrowDown", "ArrowDown", 40);

    /// <summary>Back in a list.</summary>
    public static Key Up { get; } = new("ArrowUp", "ArrowUp", 38);

    /// <summary>Follows a link.</summary>
    public static Key Enter { get; } = new("Enter", "Enter", 13, "\r");

    /// <summary>Ticks a box.</summary>
    public static Key Space { get; } = new(" ", "Space", 32, " ");

    /// <summary>A key that types nothing and that browsers do nothing at.</summary>
    public static Key Silent { get; } = new("F9", "F9", 120);

    /// <summary>What types one printable character of US-ASCII.</summary>
    public static Key Typing(char character)
    {
        char upper = char.ToUpperInvariant(character);
        string code = char.IsAsciiLetter(character) ? $"Key{upper}" : char.IsAsciiDigit(character) ? $"Digit{character}" : "";
        return new Key(character.ToString(), code, Punctuation.GetValueOrDefault(character, upper), character.ToString(), char.IsAsciiLetterUpper(character));
    }

    // Where the old code is not the character's own.
    private static readonly Dictionary<char, int> Punctuation = new()
    {
        ['?'] = 191,
        ['/'] = 191,
        ['.'] = 190,
        [','] = 188,
        [';'] = 186,
        ['\''] = 222,
        ['['] = 219,
        [']'] = 221,
        ['\\'] = 220,
        ['-'] = 189,
        ['='] = 187,
        ['`'] = 192,
        ['!'] = 49,
        ['+'] = 187,
    };
}
