using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Crawlers.Accessibility.Checks.Words;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.SameName;

/// <summary>Links of one name, in one landmark and in like surroundings, that lead to different places.</summary>
public sealed class SameNameCheck : ICheck
{
    private static readonly string Script = EmbeddedScript.Read(typeof(SameNameCheck), "samename.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(SameNameCheck), "samename.data.json");

    /// <inheritdoc/>
    public string Id => "same-name";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("same-name");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<SameNameItem> read = await PageReader.ReadAsync<SameNameItem>(context.Page, Script).WaitAsync(cancellation);
        HashSet<ReadElement<SameNameItem>> alike =
        [
            .. read.Elements.Where(e => !EmptyPhrases.Links.Contains(EmptyPhrases.Plain(e.Item.Name)))
                .GroupBy(e => (Frame: e.Address.FrameTarget, e.Item.Landmark, Name: e.Item.Name.ToLowerInvariant(), e.Item.Surroundings))
                .Where(g => g.Select(e => e.Item.Target).Distinct().Count() > 1)
                .SelectMany(g => g),
        ];
        return read.Judge(context.Rules, Data, (_, element) => alike.Contains(element)
            ? Verdict.CantTell("Another link of the same name, in the same landmark and in like surroundings, leads elsewhere.")
            : Verdict.Passed);
    }

    /// <summary>A link whose name another link in its landmark has too.</summary>
    /// <param name="Name">Its accessible name.</param>
    /// <param name="Target">Where it leads.</param>
    /// <param name="Landmark">The number of the landmark in its frame.</param>
    /// <param name="Surroundings">The heading before it and its context.</param>
    private sealed record SameNameItem(string Name, string Target, int Landmark, string Surroundings);
}
