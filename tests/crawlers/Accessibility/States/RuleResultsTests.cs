using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.States;

public sealed class RuleResultsTests
{
    private static readonly ElementResult Element = new(Outcome.Failed, "f", "img", "<img>", null, null, null, null);

    [Theory]
    [InlineData(Outcome.Passed, false)]
    [InlineData(Outcome.Inapplicable, false)]
    [InlineData(Outcome.Untested, true)]
    public void A_rule_that_fails_later_has_failed_and_stays_one_result(Outcome first, bool incomplete)
    {
        var results = new RuleResults();
        results.Add([Result(first), Result(Outcome.Passed) with { Rule = "annen" }]);
        results.Add([Result(Outcome.Failed, Element) with { Impact = "serious", Message = "Galt." }]);

        Assert.Equal(["regel", "annen"], results.All.Select(r => r.Rule));
        RuleResult rule = results.All[0];
        Assert.Equal((Outcome.Failed, "serious", "Galt.", incomplete), (rule.Outcome, rule.Impact, rule.Message, rule.Incomplete));
        Assert.Equal(Element, Assert.Single(rule.Elements));
    }

    [Fact]
    public void What_was_in_doubt_and_fails_later_is_told_once()
    {
        var results = new RuleResults();
        results.Add([Result(Outcome.CantTell, Element with { Outcome = Outcome.CantTell }, Element with { Outcome = Outcome.CantTell, Target = "b" })]);
        results.Add([Result(Outcome.Failed, Element)]);

        Assert.Equal([("b", Outcome.CantTell), ("img", Outcome.Failed)], Assert.Single(results.All).Elements.Select(e => (e.Target, e.Outcome)));
    }

    [Fact]
    public void Of_one_cause_twenty_elements_are_listed_and_the_rest_counted()
    {
        var results = new RuleResults();
        results.Add([Result(Outcome.Failed, [.. Enumerable.Range(0, 20).Select(i => Element with { Target = $"a{i}", Omitted = i == 0 ? 5 : 0 })])]);
        results.Add([Result(Outcome.Failed, [.. Enumerable.Range(0, 3).Select(i => Element with { Target = $"b{i}" })])]);

        IReadOnlyList<ElementResult> elements = Assert.Single(results.All).Elements;

        Assert.Equal(20, elements.Count);
        Assert.Equal(28, elements.Sum(e => 1 + e.Omitted));
    }

    private static RuleResult Result(Outcome outcome, params ElementResult[] elements) => new("sjekk", "regel", "1", outcome, ["1.1.1"], null, "Fint.", elements);
}
