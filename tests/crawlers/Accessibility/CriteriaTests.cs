using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Regulations;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility;

/// <summary>Every criterion is accounted for, and told as it is.</summary>
public sealed class CriteriaTests
{
    [Fact]
    public void Every_criterion_of_every_regulation_has_a_rule_or_a_reason_and_never_both()
    {
        string[] due = [.. RegulationCatalogue.All.SelectMany(r => r.Criteria).Distinct()];

        string[] without = [.. due.Where(c => RegisteredChecks.For(c).Count == 0 && RegulationCatalogue.FindGap(c) is null)];
        Assert.True(without.Length == 0, $"No rule judges {string.Join(", ", without)}: say why in shared/Regulations/gaps.data.json.");
        string[] both = [.. due.Where(c => RegisteredChecks.For(c).Count > 0 && RegulationCatalogue.FindGap(c) is not null)];
        Assert.True(both.Length == 0, $"A rule judges {string.Join(", ", both)} now: take the reason why none does out of shared/Regulations/gaps.data.json.");
        Assert.Empty(RegulationCatalogue.Gaps.Select(g => g.Criterion).Except(due));
    }

    [Fact]
    public void The_documented_criteria_are_those_of_the_registered_checks()
    {
        string made = CriteriaDocument.Render();
        if (Environment.GetEnvironmentVariable(CriteriaDocument.WriteVariable) == "1")
            File.WriteAllText(CriteriaDocument.File, made);

        string documented = File.Exists(CriteriaDocument.File) ? File.ReadAllText(CriteriaDocument.File) : "";
        Assert.True(made == documented, $"docs/criteria.md is out of date: run the tests with {CriteriaDocument.WriteVariable}=1 to write it.");
    }
}
