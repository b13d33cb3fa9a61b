using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.Axe;

/// <summary>What we add to axe-core as data: its rules' criteria and texts (<c>axe.data.json</c>), and which of its failures we do not trust (<c>demotions.data.json</c>).</summary>
internal static class AxeData
{
    /// <summary>The rules of WCAG 2.0 to 2.2, A and AA, that are reported; <c>css-orientation-lock</c> is on although axe calls it experimental, and <c>no-autoplay-audio</c> left to our own check.</summary>
    public static IReadOnlyList<AxeRuleData> Rules { get; } = EmbeddedData.Read<RulesFile>(typeof(AxeData), "axe.data.json").Rules;

    /// <summary>Known false-positive classes.</summary>
    public static IReadOnlyList<Demotion> Demotions { get; } = EmbeddedData.Read<DemotionsFile>(typeof(AxeData), "demotions.data.json").Demotions;

    private sealed record RulesFile(IReadOnlyList<AxeRuleData> Rules);

    private sealed record DemotionsFile(IReadOnlyList<Demotion> Demotions);
}

/// <summary>One of axe's rules.</summary>
/// <param name="Id">axe's own id.</param>
/// <param name="Wcag">The A and AA criteria that axe tags it with.</param>
/// <param name="Texts">What is wrong when it fails.</param>
/// <param name="CanFail">Whether axe ever says more than that it should be reviewed.</param>
internal sealed record AxeRuleData(string Id, IReadOnlyList<string> Wcag, LocalizedText Texts, bool CanFail = true);

/// <summary>A class of failures that is known to accuse wrongly: reported as can't tell.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Reason">Why, as the check's page explains with an example.</param>
/// <param name="Message">Only failures whose message holds this text; null for all of the rule's.</param>
internal sealed record Demotion(string Rule, string Reason, string? Message = null)
{
    /// <summary>Whether every failure of a rule belongs to the class.</summary>
    public bool CoversAll(string rule) => rule == Rule && Message is null;

    /// <summary>Whether a failure belongs to the class.</summary>
    public bool Covers(string rule, string? message) =>
        rule == Rule && (Message is null || message?.Contains(Message, StringComparison.Ordinal) is true);
}
