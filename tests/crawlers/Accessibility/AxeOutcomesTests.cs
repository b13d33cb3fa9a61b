using System.Diagnostics.CodeAnalysis;
using Deque.AxeCore.Commons;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Axe;
using Monitor.Shared.Domain;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility;

/// <summary>How axe's lists become outcomes.</summary>
public sealed class AxeOutcomesTests
{
    private const string Node = """{ "html": "<a>", "target": ["a"], "any": [{ "id": "x", "message": "Lenken er tom" }], "all": [], "none": [] }""";

    [Theory]
    [InlineData("violations", Outcome.Failed)]
    [InlineData("incomplete", Outcome.CantTell)]
    [InlineData("passes", Outcome.Passed)]
    [InlineData("inapplicable", Outcome.Inapplicable)]
    public void Each_list_is_an_outcome(string list, Outcome outcome)
    {
        RuleObservation seen = Assert.Single(Read($$"""{ "{{list}}": [{ "id": "link-name", "help": "Hjelp", "impact": "serious", "nodes": [{{Node}}] }] }""", "link-name"));

        Assert.Equal(("link-name", outcome, "Hjelp"), (seen.Rule, seen.Outcome, seen.Message));
        Assert.Equal(outcome >= Outcome.CantTell ? ["Lenken er tom"] : [], seen.Elements.Select(e => e.Message));
    }

    [Fact]
    public void Failed_and_doubtful_elements_of_one_rule_stand_together_and_the_worst_decides()
    {
        RuleObservation seen = Assert.Single(Read($$"""
            { "violations": [{ "id": "link-name", "impact": "minor", "nodes": [{{Node}}] }],
              "incomplete": [{ "id": "link-name", "impact": "serious", "nodes": [{{Node}}, {{Node}}] }] }
            """, "link-name"));

        Assert.Equal(Outcome.Failed, seen.Outcome);
        Assert.Equal("serious", seen.Impact);
        Assert.Equal([Outcome.Failed, Outcome.CantTell, Outcome.CantTell], seen.Elements.Select(e => e.Outcome));
    }

    [Theory]
    [InlineData("""{ "id": "link-name", "nodes": [] }""")]
    [InlineData("""{ "id": "link-name", "nodes": [{ "html": "<a>", "target": ["a"], "any": [], "all": [], "none": [{ "id": "error-occurred", "message": "Axe encountered an error" }] }] }""")]
    public void A_rule_that_broke_is_untested_not_doubtful([StringSyntax("json")] string item)
    {
        RuleObservation seen = Assert.Single(Read($$"""{ "incomplete": [{{item}}], "passes": [{ "id": "link-name", "nodes": [{{Node}}] }] }""", "link-name"));

        Assert.Equal(Outcome.Untested, seen.Outcome);
        Assert.Empty(seen.Elements);
    }

    [Fact]
    public void A_rule_that_axe_says_nothing_of_is_left_out() =>
        Assert.Empty(Read("""{ "passes": [{ "id": "list", "nodes": [] }] }""", "link-name"));

    [Fact]
    public void Where_a_frame_was_missed_nothing_is_clean_but_what_failed_stays()
    {
        IReadOnlyList<RuleObservation> seen = Read($$"""
            { "violations": [{ "id": "link-name", "nodes": [{{Node}}] }],
              "incomplete": [{ "id": "frame-tested", "nodes": [{{Node}}] }],
              "passes": [{ "id": "image-alt", "nodes": [{{Node}}] }], "inapplicable": [{ "id": "list", "nodes": [] }] }
            """, "link-name", "image-alt", "list");

        Assert.Equal(
            [("image-alt", Outcome.Untested, false), ("link-name", Outcome.Failed, true), ("list", Outcome.Untested, false)],
            seen.Select(s => (s.Rule, s.Outcome, s.Incomplete)));
    }

    [Theory]
    [InlineData("""{ "id": "link-name", "nodes": [{ "html": "<a>", "target": ["b"], "any": [], "all": [], "none": [{ "id": "error-occurred", "message": "Axe encountered an error" }] }] }""", true)]
    [InlineData("""{ "id": "link-name", "nodes": [] }""", true)]
    [InlineData("""{ "id": "link-name", "nodes": [{ "html": "<a>", "target": ["b"], "any": [], "all": [], "none": [] }] }""", false)]
    public void What_a_rule_found_before_it_broke_stays_and_is_not_all([StringSyntax("json")] string unsure, bool incomplete)
    {
        RuleObservation seen = Assert.Single(Read(
            $$"""{ "violations": [{ "id": "link-name", "nodes": [{{Node}}] }], "incomplete": [{{unsure}}] }""", "link-name"));

        Assert.Equal((Outcome.Failed, incomplete), (seen.Outcome, seen.Incomplete));
    }

    [Theory]
    [InlineData(true, Outcome.Untested)]
    [InlineData(false, Outcome.Inapplicable)]
    public void Without_style_sheets_to_read_orientation_is_no_matter_of_doubt(bool hasStyleSheets, Outcome outcome) =>
        Assert.Equal(outcome, Assert.Single(Read(
            $$"""{ "incomplete": [{ "id": "css-orientation-lock", "nodes": [{{Node}}] }] }""", hasStyleSheets, "css-orientation-lock")).Outcome);

    [Fact]
    public void A_demoted_failure_is_doubt()
    {
        RuleObservation seen = Assert.Single(Read($$"""{ "violations": [{ "id": "scrollable-region-focusable", "nodes": [{{Node}}] }] }""", "scrollable-region-focusable"));

        Assert.Equal(Outcome.CantTell, seen.Outcome);
    }

    [Theory]
    [InlineData("<button aria-label='Next'>Next…</button>", Outcome.CantTell)]
    [InlineData("<a href='#' aria-label='e-post til oss'>E‑post</a>", Outcome.CantTell)]
    [InlineData("<a href='#' aria-label='Søk på dato'>Søk på dato (dd.mm.åååå)</a>", Outcome.CantTell)]
    [InlineData("<a href='#' aria-label='Skriv til kommunen'>Skriv (e-post)</a>", Outcome.CantTell)]
    [InlineData("<a href='#' aria-label='Kontakt'>Kundesenter</a>", Outcome.Failed)]
    [InlineData("<a href='#' aria-label='Skattetrekk 2025'>Skatt</a>", Outcome.Failed)]
    [InlineData("<a href='#' aria-label='20 25'>2025</a>", Outcome.Failed)]
    [InlineData("<a href='#' aria-label='NAV'>N A V</a>", Outcome.Failed)]
    [InlineData("<a href='#' aria-label='Last ned alle skjemaer'>Last ned skjemaer</a>", Outcome.Failed)]
    [InlineData("<a href='#' aria-label='Kontakt'>…</a>", Outcome.Failed)]
    [InlineData("<a href='#' aria-label='Kontakt oss'>Kontakt os", Outcome.Failed)]
    public void A_name_that_holds_the_words_of_the_label_is_doubt([StringSyntax("html")] string html, Outcome outcome)
    {
        RuleObservation seen = Assert.Single(Read($$"""
            { "violations": [{ "id": "label-content-name-mismatch", "nodes": [{ "html": "{{html}}", "target": ["b"], "any": [], "all": [], "none": [] }] }] }
            """, "label-content-name-mismatch"));

        Assert.Equal(outcome, seen.Outcome);
    }

    [Fact]
    public void A_demotion_may_speak_of_one_message_only()
    {
        var demotion = new Demotion("list", "Grunn", "role=\"presentation\"");

        Assert.True(demotion.Covers("list", "har role=\"presentation\" på seg"));
        Assert.False(demotion.Covers("list", "noe annet"));
        Assert.False(demotion.Covers("list", null));
        Assert.False(demotion.Covers("listitem", "har role=\"presentation\" på seg"));
    }

    [Fact]
    public void Frames_and_shadow_roots_are_parted_in_the_address()
    {
        RuleObservation seen = Assert.Single(Read("""
            { "violations": [{ "id": "link-name", "nodes": [{ "html": "<a>", "target": ["iframe", ["#vert", "a"]], "any": [], "all": [], "none": [] }] }] }
            """, "link-name"));

        ElementObservation element = Assert.Single(seen.Elements);
        Assert.Equal("iframe >>> #vert >>> a", element.Address.Target);
        Assert.Equal(["#vert", "a"], element.Address.Inner);
        Assert.Null(element.Message);
    }

    private static IReadOnlyList<RuleObservation> Read([StringSyntax("json")] string json, params string[] asked) => Read(json, true, asked);

    private static IReadOnlyList<RuleObservation> Read(string json, bool hasStyleSheets, params string[] asked)
    {
        var result = JObject.Parse(json);
        foreach (string list in (string[])["violations", "incomplete", "passes", "inapplicable"])
            result.TryAdd(list, new JArray());
        return AxeOutcomes.Read(new AxeResult(result), asked.ToHashSet(), hasStyleSheets);
    }
}
