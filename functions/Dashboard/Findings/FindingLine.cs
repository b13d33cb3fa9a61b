using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Dashboard.Findings;

/// <summary>A finding with its text.</summary>
/// <param name="Row">The finding.</param>
/// <param name="Text">What is wrong, in words; null for a rule without any, whose English message is shown.</param>
public sealed record FindingLine(FindingRow Row, LocalizedText? Text)
{
    internal static FindingLine Of(FindingRow row, IRuleTexts texts) => new(row, texts.Find(row.Check, row.Rule));
}
