using Monitor.Shared.Domain;

namespace Monitor.Shared.Scans;

/// <summary>What rules are called in each language. The texts live with their checks; mails and dashboard find them here.</summary>
public interface IRuleTexts
{
    /// <summary>What is wrong when the rule fails, one short sentence; null for a rule no check of ours knows.</summary>
    LocalizedText? Find(string check, string rule);
}
