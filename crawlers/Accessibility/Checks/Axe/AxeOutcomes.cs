using Deque.AxeCore.Commons;
using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;

namespace Monitor.Crawlers.Accessibility.Checks.Axe;

/// <summary>
/// Reads axe's result. A violation is a failure, an incomplete one can't be told, and a rule that broke is untested, whatever axe calls it.
/// Where a frame could not be looked into, or a rule broke on an element, it is not passed or inapplicable any more, and what it found is incomplete:
/// the part unseen is not clean.
/// </summary>
internal static class AxeOutcomes
{
    /// <summary>axe's own report of frames it could not reach. It speaks of measuring, not of the page, and is never reported itself.</summary>
    public const string FrameRule = "frame-tested";

    // What axe puts on an element when a rule broke on it.
    private const string ErrorCheck = "error-occurred";
    // It says "incomplete" for one reason only: there was no style sheet for it to read.
    private const string StyleSheetRule = "css-orientation-lock";

    /// <summary>What each rule asked for came to; a rule that axe says nothing of is left out.</summary>
    /// <param name="result">axe's result.</param>
    /// <param name="asked">The rules asked for.</param>
    /// <param name="hasStyleSheets">Whether the page has any style sheet.</param>
    public static IReadOnlyList<RuleObservation> Read(AxeResult result, IReadOnlySet<string> asked, bool hasStyleSheets)
    {
        var byRule = new Items(result);
        bool framesMissed = byRule.Unsure[FrameRule].Concat(byRule.Failed[FrameRule]).Any();
        return [.. asked.Order(StringComparer.Ordinal).Select(rule => byRule.Of(rule, framesMissed, hasStyleSheets)).OfType<RuleObservation>()];
    }

    private static ElementObservation Element(string rule, AxeResultNode node, Outcome outcome)
    {
        string? message = Message(node);
        if (outcome == Outcome.Failed && (AxeData.Demotions.Any(d => d.Covers(rule, message)) || LabelInName.HoldsItsWords(rule, node.Html)))
            outcome = Outcome.CantTell;
        var address = new ElementAddress([.. node.Target.FrameShadowSelectors.Select(IReadOnlyList<string> (frame) => [.. frame])]);
        return new ElementObservation(outcome, address, node.Html ?? "", message);
    }

    /// <summary>What axe's checks say: all of those that had to hold or must not, else the first of those of which one would have done.</summary>
    private static string? Message(AxeResultNode node)
    {
        string[] must = [.. node.None.Concat(node.All).Select(c => c.Message)];
        string text = string.Join(" ", must.Length > 0 ? must : node.Any.Take(1).Select(c => c.Message));
        return text.Length == 0 ? null : text.Length <= 300 ? text : text[..299] + "…";
    }

    private static bool Broke(AxeResultNode node) => node.None.Concat(node.All).Concat(node.Any).Any(c => c.Id == ErrorCheck);

    private static string? Impact(IEnumerable<AxeResultItem> failed, IEnumerable<AxeResultItem> unsure) =>
        Impacts.Worst(failed.Concat(unsure).Select(i => i.Impact));

    /// <summary>axe's result by rule: one rule stands in several of the lists when its elements differ.</summary>
    private sealed class Items(AxeResult result)
    {
        public ILookup<string, AxeResultItem> Failed { get; } = result.Violations.ToLookup(i => i.Id);

        public ILookup<string, AxeResultItem> Unsure { get; } = result.Incomplete.ToLookup(i => i.Id);

        private ILookup<string, AxeResultItem> Passed { get; } = result.Passes.ToLookup(i => i.Id);

        private ILookup<string, AxeResultItem> Inapplicable { get; } = result.Inapplicable.ToLookup(i => i.Id);

        public RuleObservation? Of(string rule, bool framesMissed, bool hasStyleSheets)
        {
            AxeResultItem? item = Failed[rule].Concat(Unsure[rule]).Concat(Passed[rule]).Concat(Inapplicable[rule]).FirstOrDefault();
            if (item is null)
                return null;

            bool unread = rule == StyleSheetRule && Unsure[rule].Any();
            ElementObservation[] elements =
            [
                .. Failed[rule].SelectMany(i => i.Nodes).Select(n => Element(rule, n, Outcome.Failed)),
                .. Unsure[rule].Where(_ => !unread).SelectMany(i => i.Nodes).Where(n => !Broke(n)).Select(n => Element(rule, n, Outcome.CantTell)),
            ];
            bool broke = !unread && Unsure[rule].Any(i => i.Nodes.Length == 0 || i.Nodes.Any(Broke));
            if (elements.Length > 0)
            {
                return new RuleObservation(rule, elements.Max(e => e.Outcome), Impact(Failed[rule], Unsure[rule]), item.Help, elements)
                {
                    Incomplete = broke || framesMissed,
                };
            }
            if (broke)
                return Untested("The rule broke on this page.");
            if (framesMissed)
                return Untested("A frame of the page could not be tested.");
            if (unread && hasStyleSheets)
                return Untested("The style sheets could not be read.");
            return new RuleObservation(rule, Passed[rule].Any() ? Outcome.Passed : Outcome.Inapplicable, null, item.Help, []);

            RuleObservation Untested(string why) => new(rule, Outcome.Untested, null, why, []);
        }
    }
}
