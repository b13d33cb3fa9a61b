using System.Text.Json;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.States;

/// <summary>The side of a tour that is in the page: <c>states.js</c>. Controls go by number, the refusal of consent is one of them.</summary>
internal sealed class StateFollower : IAsyncDisposable
{
    /// <summary>The button that refuses consent.</summary>
    public const int Refusal = -1;

    private static readonly string Script = PageReader.Call(EmbeddedScript.Read(typeof(StateFollower), "states.js"));
    private readonly IJSHandle script;

    private StateFollower(IJSHandle script) => this.script = script;

    /// <summary>Starts to follow a page; null where that is too large.</summary>
    public static async Task<StateFollower?> OnAsync(IPage page)
    {
        var follower = new StateFollower(await page.EvaluateHandleAsync(Script));
        if (await follower.script.EvaluateAsync<bool>("(states, json) => states.begin(json)", Json(StateWords.Data)))
            return follower;
        await follower.DisposeAsync();
        return null;
    }

    /// <summary>The name of the button that refuses consent; null where none shows.</summary>
    public Task<string?> FindRefusalAsync() => script.EvaluateAsync<string?>("states => states.refusal()");

    /// <summary>What can be opened.</summary>
    public Task<Openable> FindControlsAsync() => AskAsync<Openable>("controls()");

    /// <summary>Where to click, after taking note of what is there; null where something is in the way.</summary>
    public Task<float[]?> AimAsync(int control) => script.EvaluateAsync<float[]?>("(states, i) => states.aim(i)", control);

    /// <summary>Where to click once more.</summary>
    public Task<float[]?> AimAgainAsync(int control) => script.EvaluateAsync<float[]?>("(states, i) => states.again(i)", control);

    /// <summary>Where to click to close what has come up by a button of its own; null where there is none.</summary>
    public Task<float[]?> AimAtCloserAsync() => script.EvaluateAsync<float[]?>("states => states.closer()");

    /// <summary>Brings what moves to its end.</summary>
    public Task SettleAsync() => script.EvaluateAsync("states => states.settle()");

    /// <summary>Takes note of what has come up since.</summary>
    public Task<Revealed> LookAsync() => AskAsync<Revealed>("revealed()");

    /// <summary>Whether the box with the refusal is away.</summary>
    public Task<bool> IsDismissedAsync() => script.EvaluateAsync<bool>("states => states.dismissed()");

    /// <summary>Whether what a control opened is away again.</summary>
    public Task<bool> IsClosedAsync(int control) => script.EvaluateAsync<bool>("(states, i) => states.closed(i)", control);

    /// <summary>Takes note of what was told of elements.</summary>
    public Task ReportAsync(IReadOnlyList<CheckReading> readings) => script.EvaluateAsync("(states, json) => states.report(json)", Json(readings));

    /// <summary>Of what was seen, what is of elements that have come up, and was not told before.</summary>
    public async Task<IReadOnlyList<CheckReading>> FreshAsync(IReadOnlyList<CheckReading> readings)
    {
        await script.EvaluateAsync("(states, json) => states.ask(json)", Json(readings));
        IReadOnlyList<CheckReading> fresh = await KeepAsync("fresh()", readings);
        await script.EvaluateAsync("(states, json) => states.ask(json)", Json(fresh));
        return fresh;
    }

    /// <summary>Of what was fresh, what is of elements that are away again; it counts as told.</summary>
    public Task<IReadOnlyList<CheckReading>> GoneAsync(IReadOnlyList<CheckReading> fresh) => KeepAsync("went()", fresh);

    /// <summary>Of what was fresh, what is of elements that belong to a control; it counts as told.</summary>
    public Task<IReadOnlyList<CheckReading>> OwnedAsync(IReadOnlyList<CheckReading> fresh, int control) => KeepAsync($"tied({control})", fresh);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await script.DisposeAsync();
        }
        catch (PlaywrightException)
        {
            // The page went first.
        }
    }

    private async Task<IReadOnlyList<CheckReading>> KeepAsync(string question, IReadOnlyList<CheckReading> readings)
    {
        bool[] answers = await AskAsync<bool[]>(question);
        if (answers.Length != readings.Sum(r => r.Elements.Count()))
            throw new JsonException("The page tampered with what was asked of it.");
        var left = new Queue<bool>(answers);
        return [.. readings.Select(r => r.Keeping(_ => left.Dequeue())).Where(r => r.Observations.Count > 0)];
    }

    private async Task<T> AskAsync<T>(string question) where T : class =>
        JsonSerializer.Deserialize<T>(await script.EvaluateAsync<string?>($"states => states.{question}") ?? "null", MonitorJson.Options)
        ?? throw new JsonException("The page tampered with what was asked of it.");

    private static string Json(IReadOnlyList<CheckReading> readings) => Json(
        from reading in readings
        from seen in reading.Elements
        select new { seen.Rule, Outcome = (int)seen.Element.Outcome, seen.Element.Address.Frames });

    private static string Json(object value) => JsonSerializer.Serialize(value, MonitorJson.Options);
}
