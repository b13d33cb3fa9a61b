using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>The declared language against the language of the text, by models of our own making. It reads the page and changes nothing.</summary>
public sealed class LanguageCheck : ICheck
{
    // Its version is raised with the models, the margins and what counts as running text: like is compared with like.
    internal static readonly RuleFile Data = RuleFile.Read(typeof(LanguageCheck), "language.data.json");

    /// <inheritdoc/>
    public string Id => "language";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("language");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        if (await PageTexts.ReadAsync(context.Page).WaitAsync(cancellation) is not { } texts)
            return [];
        PageJudgement? page = new PageLanguage(LanguageJudge.Shipped).Judge(texts);
        return [.. context.Rules.Select(rule => rule.Id == PageLanguage.Rule
            ? PageLanguage.Observe(page, rule.Texts.En, texts.Cut)
            : new PartLanguage(LanguageJudge.Shipped).Observe(texts, page, rule.Texts.En))];
    }
}
