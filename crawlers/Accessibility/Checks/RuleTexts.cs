using Monitor.Crawlers.Accessibility.Documents;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks;

/// <summary>The texts of every rule of every check, that of documents included.</summary>
public sealed class RuleTexts(IEnumerable<ICheck> checks) : IRuleTexts
{
    private readonly Dictionary<(string Check, string Rule), LocalizedText> texts =
        checks.SelectMany(c => c.Rules, (c, r) => (Key: (c.Id, r.Id), r.Texts))
            .Concat(DocumentRules.All.Select(r => (Key: (CheckIds.Documents, r.Id), r.Texts)))
            .ToDictionary(t => t.Key, t => t.Texts);

    /// <inheritdoc/>
    public LocalizedText? Find(string check, string rule) => texts.GetValueOrDefault((check, rule));
}
