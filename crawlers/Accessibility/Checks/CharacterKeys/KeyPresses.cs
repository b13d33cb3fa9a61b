using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.CharacterKeys;

/// <summary>Presses every key that types a character with focus on nothing, and narrows down to one that sets something off.</summary>
internal sealed class KeyPresses(CheckContext context)
{
    // Such as j and k undo each other: those are never pressed together.
    private static readonly string[] Rounds = ["abcefghijnw13579+[,<?;", "dklmopqrstuvxyz02468-].>/'=!"];
    private static readonly string Script = EmbeddedScript.Read(typeof(KeyPresses), "characterkeys.js");
    private static readonly SettingWords Words = EmbeddedData.Read<SettingWords>(typeof(KeyPresses), "words.data.json");

    private ActingGuard guard = null!;
    private Keyboard keyboard = null!;
    private HashSet<string>? restless;
    private Dictionary<string, string>? last;

    /// <summary>The first such key in a page, or that there is none.</summary>
    public async Task<PageReading<Shortcut>> FindAsync(CancellationToken cancellation)
    {
        guard = await ActingGuard.OfAsync(context.Probes, cancellation);
        return await Keyboard.OnAsync(context.Page, async used =>
        {
            keyboard = used;
            await AskAsync<Kept>("begin").WaitAsync(cancellation);
            try
            {
                string? found = null;
                foreach (string round in Rounds)
                    found ??= await NarrowAsync(round, cancellation);
                bool any = found is not null && await IsOneOfAllAsync(found, cancellation);
                return await PageReader.ReadMainAsync<Shortcut>(context.Page, Script, new { stage = "tell", key = found, any, Words.Settings }).WaitAsync(cancellation);
            }
            finally
            {
                await AskAsync<Kept>("end").WaitAsync(cancellation);
            }
        });
    }

    /// <summary>What changes without a key says nothing about keys. Most pages are quiet, and never asked.</summary>
    private async Task<HashSet<string>> RestAsync(CancellationToken cancellation) =>
        [.. Differences(await LookAsync(cancellation, settle: false), last = await LookAsync(cancellation))];

    /// <summary>The one of several keys that sets something off each time, where a key that types nothing does not.</summary>
    private async Task<string?> NarrowAsync(string keys, CancellationToken cancellation)
    {
        if (!await TryAsync([.. keys.Select(Key.Typing)], cancellation))
            return null;
        if (keys.Length == 1)
            return await IsSureAsync(Key.Typing(keys[0]), cancellation) ? keys : null;
        int half = keys.Length / 2;
        return await NarrowAsync(keys[..half], cancellation) ?? await NarrowAsync(keys[half..], cancellation);
    }

    private async Task<bool> IsSureAsync(Key key, CancellationToken cancellation) =>
        !await TryAsync([Key.Silent], cancellation) && await TryAsync([key], cancellation)
        && !await TryAsync([Key.Silent], cancellation) && await TryAsync([key], cancellation);

    /// <summary>Whether other letters set something off, too: typing as such is no shortcut, such as where it leads to a search field.</summary>
    private async Task<bool> IsOneOfAllAsync(string key, CancellationToken cancellation)
    {
        foreach (char other in "qxz".Where(c => c != key[0]).Take(2))
        {
            if (!await TryAsync([Key.Typing(other)], cancellation))
                return false;
        }
        return true;
    }

    /// <summary>Whether keys change what the page shows, or lead elsewhere.</summary>
    private async Task<bool> TryAsync(IReadOnlyList<Key> keys, CancellationToken cancellation)
    {
        Dictionary<string, string> before = last ?? await LookAsync(cancellation, settle: false);
        await Task.WhenAll(keys.Select(keyboard.PressAsync)).WaitAsync(cancellation);
        Dictionary<string, string> after = last = await LookAsync(cancellation);
        string[] differences = [.. Differences(before, after)];
        bool changed = differences.Length > 0 && differences.Except(restless ??= await RestAsync(cancellation)).Any();
        if (changed)
        {
            // What a key opened, Escape mostly closes; the rest is put back at the end.
            await keyboard.PressAsync(Key.Escape).WaitAsync(cancellation);
            await AskAsync<Kept>("blur").WaitAsync(cancellation);
            last = null;
        }
        return changed;
    }

    private static IEnumerable<string> Differences(Dictionary<string, string> before, Dictionary<string, string> after) =>
        before.Keys.Where(k => after.GetValueOrDefault(k) != before[k]);

    /// <summary>All that a key may change.</summary>
    private async Task<Dictionary<string, string>> LookAsync(CancellationToken cancellation, bool settle = true)
    {
        Dictionary<string, string> look = await AskAsync<Dictionary<string, string>>(settle ? "settle" : "look").WaitAsync(cancellation);
        look["departures"] = string.Join(' ', guard.Departures);
        look["opened"] = $"{await guard.CountOpenedAsync()}";
        return look;
    }

    private Task<T> AskAsync<T>(string stage) where T : class => PageReader.AskAsync<T>(context.Page, Script, new { stage });

    /// <summary>Nothing is told where something is only done.</summary>
    private sealed record Kept;

    /// <summary>Words of a page that speaks of keys or of settings, as regular expressions.</summary>
    private sealed record SettingWords(IReadOnlyList<string> Settings);
}
