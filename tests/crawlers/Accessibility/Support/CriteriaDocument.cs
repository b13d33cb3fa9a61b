using System.Globalization;
using System.Text;
using Monitor.Shared.Regulations;

namespace Monitor.Crawlers.Tests.Accessibility.Support;

/// <summary>What docs/criteria.md has to say: made from the registered checks and the regulations' data alone.</summary>
internal static class CriteriaDocument
{
    /// <summary>The environment variable that has it written.</summary>
    public const string WriteVariable = "MONITOR_WRITE_DOCS";

    public static string File { get; } = Path.Combine(Repository.Root, "docs", "criteria.md");

    public static string Render()
    {
        var text = new StringBuilder($"""
            # Criteria, and what judges them

            This page is generated from the registered checks and from `shared/Regulations`; a test holds it to them, and writes it anew with `{WriteVariable}=1 ./monitor test`.

            ## Regulations

            A date that is not verified is inferred, or told by others than its source. A standard binds nobody by itself: what a solution that is measured by one fails, is a breach of law only where the private sector's criteria, which bind everybody, are failed.

            | regulation | WCAG | binds | criteria | from | verified | source |
            |---|---|---|---|---|---|---|

            """);
        foreach (Regulation regulation in RegulationCatalogue.All)
            Row(text, $"`{regulation.Id}`", regulation.Wcag, regulation.Binds is { } sector ? Word(sector) : "", Number(regulation.Criteria.Count),
                regulation.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), regulation.DateVerified ? "yes" : "no", $"[{regulation.Source}]({regulation.Url})");

        text.Append("""

            ## Criteria

            A rule that can't fail says at most that a person must look. No rule passes a criterion: passed means that ours found nothing.

            | criterion | EN 301 549 | name | level | binds | rules that can fail | rules that can't tell | else, why no rule |
            |---|---|---|---|---|---|---|---|

            """);
        foreach (Criterion criterion in RegulationCatalogue.Criteria)
        {
            CriterionGap? gap = RegulationCatalogue.FindGap(criterion.Number);
            Row(text, criterion.Number, Clause(criterion.Number), criterion.Names.En, criterion.Level, Binds(criterion.Number), Rules(criterion.Number, canFail: true), Rules(criterion.Number, canFail: false),
                gap is null ? "" : $"{(gap.Never ? "Never" : "Not yet")}: {gap.Why.En}");
        }

        text.AppendLine();
        foreach (Regulation regulation in RegulationCatalogue.All)
        {
            int judged = regulation.Criteria.Count(c => RegisteredChecks.For(c).Count > 0);
            int failed = regulation.Criteria.Count(c => RegisteredChecks.For(c).Any(r => r.Rule.CanFail));
            text.AppendLine(CultureInfo.InvariantCulture,
                $"- `{regulation.Id}`: {judged} of {regulation.Criteria.Count} criteria have a rule that can say failed or can't tell; {failed} one that can say failed.");
        }
        return text.ToString();
    }

    private static string Clause(string criterion) =>
        string.Join(", ", RegulationCatalogue.All.SelectMany(r => r.Clauses ?? new Dictionary<string, string>()).Where(c => c.Value == criterion).Select(c => c.Key));

    private static string Binds(string criterion) => string.Join(", ", RegulationCatalogue.All
        .Where(r => r.Criteria.Contains(criterion)).Select(r => r.Binds).OfType<Sector>().Distinct().Select(Word));

    private static string Rules(string criterion, bool canFail) => string.Join("; ", RegisteredChecks.For(criterion)
        .Where(r => r.Rule.CanFail == canFail).GroupBy(r => r.Check, (check, rules) => $"{check} {string.Join(", ", rules.Select(r => $"`{r.Rule.Id}`"))}"));

    private static string Word(Sector sector) => sector == Sector.Public ? "public" : "private";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, params string[] cells) => text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
}
