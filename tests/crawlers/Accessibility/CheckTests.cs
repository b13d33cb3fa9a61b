using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Axe;
using Monitor.Crawlers.Accessibility.Documents;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility;

/// <summary>What every check owes: registration, texts in three languages, a page in the docs.</summary>
public sealed class CheckTests(BrowserFixture browser)
{
    private static IReadOnlyList<ICheck> Registered => RegisteredChecks.All;

    [Fact]
    public void Every_check_in_the_code_is_registered()
    {
        string[] written = [.. typeof(ICheck).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ICheck))).Select(t => t.Name).Order()];

        Assert.Equal(written, Registered.Select(c => c.GetType().Name).Order());
        Assert.Equal(Registered.Count, Registered.Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public void Every_rule_has_a_sentence_in_each_language_and_criteria_that_exist()
    {
        var texts = new RuleTexts(Registered);
        foreach ((ICheck check, CheckRule rule) in Registered.SelectMany(c => c.Rules, (c, r) => (c, r)))
        {
            LocalizedText text = Assert.IsType<LocalizedText>(texts.Find(check.Id, rule.Id));
            Assert.All(Languages.All, l => Assert.Matches("^\\S.{10,160}\\.$", text.In(l)));
            Assert.NotEmpty(rule.Wcag);
            Assert.All(rule.Wcag, c => Assert.NotNull(RegulationCatalogue.FindCriterion(c)));
            Assert.NotEmpty(rule.Version);
        }
        Assert.Null(texts.Find("axe", "finnes-ikke"));
    }

    [Fact]
    public void A_rule_that_can_fail_belongs_to_a_check_that_says_so_somewhere()
    {
        foreach (ICheck check in Registered.Where(c => c.Rules.Any(r => r.CanFail)))
        {
            string folder = Path.Combine(Repository.Root, "crawlers", "Accessibility", "Checks", check.GetType().Namespace!.Split('.')[^1]);
            Assert.True(
                Directory.EnumerateFiles(folder, "*.cs").Any(f => File.ReadAllText(f).Contains(".Failed", StringComparison.Ordinal)),
                $"Nothing in {folder} says failed: give the rules of {check.Id} \"canFail\": false.");
        }
    }

    [Fact]
    public void Every_check_has_a_page_that_names_each_of_its_rules()
    {
        foreach (ICheck check in Registered)
        {
            string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "checks", $"{check.Id}.md"));
            Assert.All(check.Rules, r => Assert.Contains($"| `{r.Id}` | {string.Join(", ", r.Wcag)} |", page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_rules_for_documents_owe_the_same()
    {
        var texts = new RuleTexts(Registered);
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "checks", $"{CheckIds.Documents}.md"));
        foreach (CheckRule rule in DocumentRules.All)
        {
            LocalizedText text = Assert.IsType<LocalizedText>(texts.Find(CheckIds.Documents, rule.Id));
            Assert.All(Languages.All, l => Assert.Matches("^\\S.{10,160}\\.$", text.In(l)));
            Assert.All(rule.Wcag, c => Assert.NotNull(RegulationCatalogue.FindCriterion(c)));
            Assert.Contains($"| `{rule.Id}` | {string.Join(", ", rule.Wcag)} |", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_demotion_is_explained_and_is_of_a_rule_we_report()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "checks", "axe.md"));
        foreach (Demotion demotion in AxeData.Demotions)
        {
            Assert.Contains(AxeData.Rules, r => r.Id == demotion.Rule);
            Assert.Contains(demotion.Reason, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_rules_and_criteria_of_axe_are_those_of_the_axe_we_run()
    {
        await using var page = await browser.Pool.OpenAsync(TestContext.Current.CancellationToken);

        IList<AxeRuleMetadata> all = await page.Page.GetAxeRules();

        string[] levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        // Rules whose elements a check of ours judges: one fault is told once.
        string[] replaced = ["no-autoplay-audio", "th-has-data-cells"];
        var due = all.Where(r => !replaced.Contains(r.RuleId) && r.Tags.Intersect(levels).Any() && !r.Tags.Contains("deprecated") && (!r.Tags.Contains("experimental") || r.RuleId == "css-orientation-lock"))
            .OrderBy(r => r.RuleId, StringComparer.Ordinal)
            .Select(r => (r.RuleId, string.Join(' ', r.Tags.Select(CriterionOf).Where(c => c is not null && RegulationCatalogue.FindCriterion(c) is not null))));
        Assert.Equal(due, AxeData.Rules.Select(r => (r.Id, string.Join(' ', r.Wcag))));
        Assert.Equal("4.14.0", new AxeCheck().Engine.Version);
        // These axe reports as incomplete whatever it finds; other rules that never fail have a check that never says no, which nothing in axe tells.
        string[] reviewed = await page.Page.EvaluateAsync<string[]>("axe._audit.rules.filter((rule) => rule.reviewOnFail).map((rule) => rule.id)");
        Assert.Contains("bypass", reviewed);
        Assert.Empty(AxeData.Rules.Where(r => r.CanFail && reviewed.Contains(r.Id)).Select(r => r.Id));
    }

    /// <summary>axe writes 1.4.12 as <c>wcag1412</c>.</summary>
    private static string? CriterionOf(string tag) =>
        tag.StartsWith("wcag", StringComparison.Ordinal) && tag.Length >= 7 && tag[4..].All(char.IsAsciiDigit) ? $"{tag[4]}.{tag[5]}.{tag[6..]}" : null;
}
