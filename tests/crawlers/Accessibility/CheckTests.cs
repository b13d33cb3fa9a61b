using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Accessibility;
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
    private static readonly ICheck[] Registered =
        [.. new ServiceCollection().AddAccessibility(new ConfigurationBuilder().Build()).BuildServiceProvider().GetServices<ICheck>()];

    [Fact]
    public void Every_check_in_the_code_is_registered()
    {
        string[] written = [.. typeof(ICheck).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ICheck))).Select(t => t.Name).Order()];

        Assert.Equal(written, Registered.Select(c => c.GetType().Name).Order());
        Assert.Equal(Registered.Length, Registered.Select(c => c.Id).Distinct().Count());
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

        string[] levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
        var due = all.Where(r => r.Tags.Intersect(levels).Any() && !r.Tags.Contains("deprecated") && (!r.Tags.Contains("experimental") || r.RuleId == "css-orientation-lock"))
            .OrderBy(r => r.RuleId, StringComparer.Ordinal)
            .Select(r => (r.RuleId, string.Join(' ', r.Tags.Select(CriterionOf).Where(c => c is not null && RegulationCatalogue.FindCriterion(c) is not null))));
        Assert.Equal(due, AxeData.Rules.Select(r => (r.Id, string.Join(' ', r.Wcag))));
        Assert.Equal("4.14.0", new AxeCheck().Engine.Version);
    }

    /// <summary>axe writes 1.4.12 as <c>wcag1412</c>.</summary>
    private static string? CriterionOf(string tag) =>
        tag.StartsWith("wcag", StringComparison.Ordinal) && tag.Length >= 7 && tag[4..].All(char.IsAsciiDigit) ? $"{tag[4]}.{tag[5]}.{tag[6..]}" : null;
}
