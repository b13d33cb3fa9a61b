using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.Reading;

/// <summary>The rules of a check that only reads, as its data file names them.</summary>
/// <param name="Version">The version of all of them: their criteria of judgement and their words.</param>
/// <param name="Rules">The rules.</param>
internal sealed record RuleFile(string Version, IReadOnlyList<RuleData> Rules)
{
    /// <summary>Reads the file that stands beside a check.</summary>
    public static RuleFile Read(Type beside, string file) => EmbeddedData.Read<RuleFile>(beside, file);

    /// <summary>Us, as the engine behind a check.</summary>
    public EngineInfo EngineOf(string check) => new($"monitor-{check}", Version);

    /// <summary>The rules as a check has them.</summary>
    public IReadOnlyList<CheckRule> AsRules() => [.. Rules.Select(r => new CheckRule(r.Id, Version, r.Wcag, r.Texts, r.CanFail))];

    /// <summary>How bad it is when a rule finds something.</summary>
    public string ImpactOf(string rule) => Rules.First(r => r.Id == rule).Impact;
}

/// <summary>One rule.</summary>
/// <param name="Id">Its stable id.</param>
/// <param name="Wcag">Its criteria.</param>
/// <param name="Impact">How bad it is when it finds something.</param>
/// <param name="Texts">What is wrong when it fails, or may be.</param>
/// <param name="CanFail">Whether it can say failed.</param>
internal sealed record RuleData(string Id, IReadOnlyList<string> Wcag, string Impact, LocalizedText Texts, bool CanFail = true);
