using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.CharacterKeys;

/// <summary>Keys that type a character and set something off wherever in the page one is.</summary>
public sealed class CharacterKeysCheck : ICheck
{
    private static readonly RuleFile Data = RuleFile.Read(typeof(CharacterKeysCheck), "characterkeys.data.json");

    /// <inheritdoc/>
    public string Id => "character-keys";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("character-keys");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        EventListeners listeners = await context.Probes.AskAsync(new EventListenersProbe(), cancellation);
        // With focus on nothing, keys go to the body and from there up.
        bool heard = listeners.Global.Any(IsKey) || listeners.Elements.Any(e => e.Address.Target is "body" or "html" && e.Types.Any(IsKey));
        PageReading<Shortcut> found = heard
            ? await new KeyPresses(context).FindAsync(cancellation)
            : new PageReading<Shortcut>([], false);
        return found.Judge(context.Rules, Data, (_, element) => element.Item switch
        {
            { Key: null } => Verdict.Passed,
            { Any: true } => Verdict.CantTell("Any letter sets something off with focus on nothing; whether that is a shortcut is not clear."),
            { Told: true } shortcut => Verdict.CantTell($"The key {shortcut.Key} alone sets something off; the page may have a way to turn that off or choose another key."),
            { Key: { } key } => Verdict.Failed($"The key {key} alone sets something off with focus on nothing, and nothing in the page speaks of a way to turn that off or choose another key."),
        });
    }

    private static bool IsKey(string type) => type is "keydown" or "keypress" or "keyup";
}

/// <summary>What pressing keys came to.</summary>
/// <param name="Key">The key that sets something off by itself; null for none.</param>
/// <param name="Any">Whether other letters do so as well.</param>
/// <param name="Told">Whether the page speaks of keys or settings, by which it may be turned off.</param>
internal sealed record Shortcut(string? Key, bool Any, bool Told);
