using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Xunit;
using static Monitor.Crawlers.Tests.Accessibility.AcrossPages.PageDraft;

namespace Monitor.Crawlers.Tests.Accessibility.AcrossPages;

public sealed class SameFunctionNameTests
{
    private const string Rule = "same-function-name";
    private static readonly string[] Rest = ["/barnehage", "/skole", "/helse", "/bolig", "/kart"];

    [Fact]
    public void A_link_of_one_menu_that_most_pages_name_by_other_words_fails_where_it_differs()
    {
        IReadOnlyList<PageAudit> audits = Judge(Named("/a", "Kontakt"), Named("/b", "Kontakt"), Named("/c", "Spør oss"));

        Assert.Equal([Outcome.Passed, Outcome.Passed, Outcome.Failed], audits.Select(a => Rule(a, Rule).Outcome));
        ElementResult element = Assert.Single(Rule(audits[2], Rule).Elements);
        Assert.Equal("It is named “Spør oss” here and “Kontakt” on https://etat.test/a.", element.Message);
        Assert.Equal(("Spør oss", "navigation", "<a href=\"//etat.test/kontakt\">Spør oss</a>"), (element.AccessibleName, element.Landmark, element.Snippet));
    }

    [Theory]
    [InlineData("Handlekurv", "Handlekurv (2)")]
    [InlineData("Kontakt", "Du er her: Kontakt")]
    [InlineData("Kontakt", "Kontaktskjema")]
    [InlineData("Kontakt oss", "Kontakt")]
    [InlineData("Side 2", "Neste")]
    [InlineData("2", "Forrige side")]
    public void Names_that_share_a_word_or_hang_on_the_page_are_consistent_enough(string usual, string other) =>
        Assert.DoesNotContain(Outcomes(Rule, Named("/a", usual), Named("/b", usual), Named("/c", other)), o => o is Outcome.Failed or Outcome.CantTell);

    [Fact]
    public void Of_two_names_alone_nobody_can_say_which_is_the_sites() =>
        Assert.Equal([Outcome.Passed, Outcome.CantTell], Outcomes(Rule, Named("/a", "Kontakt"), Named("/b", "Spør oss")));

    [Fact]
    public void A_link_to_the_page_itself_may_say_so() =>
        Assert.DoesNotContain(Outcomes(Rule, Named("/a", "Kontakt"), Named("/b", "Kontakt"), Named("/kontakt", "Her er du")), o => o is Outcome.Failed or Outcome.CantTell);

    [Fact]
    public void A_menu_in_another_language_is_another_menu_whether_it_says_so_or_not()
    {
        string[] english = ["/barnehage Kindergartens", "/skole Schools", "/helse Health", "/bolig Housing", "/kart Directions", "/kontakt Reach us"];

        Assert.DoesNotContain(Outcomes(Rule, Named("/a", "Kontakt"), Named("/b", "Kontakt"), With("/en", english)), o => o is Outcome.Failed or Outcome.CantTell);
        Assert.DoesNotContain(Outcomes(Rule, Named("/a", "Kontakt"), Named("/b", "Kontakt"), With("/en", english) with { Language = "en" }), o => o is Outcome.Failed or Outcome.CantTell);
    }

    [Fact]
    public void A_block_that_is_not_surely_the_same_leaves_it_to_a_person() =>
        Assert.Equal(Outcome.CantTell, Outcomes(Rule, Named("/a", "Kontakt"), Named("/b", "Kontakt"), With("/c", [.. Rest, "/kontakt Spør oss", "/x", "/y", "/z"]))[2]);

    [Theory]
    [InlineData("search")]
    [InlineData("icon")]
    public void A_search_field_or_icon_named_by_other_words_is_for_a_person(string kind)
    {
        PageDraft Page(string path, string name, string language = "nb") => new(path) { Language = language, Controls = [Control(kind, "key", name)] };

        Assert.Equal([Outcome.Passed, Outcome.Passed, Outcome.CantTell], Outcomes(Rule, Page("/a", "Søk"), Page("/b", "Søk"), Page("/c", "Hva leter du etter?")));
        Assert.Equal(Outcome.Inapplicable, Outcomes(Rule, Page("/a", "Søk"), Page("/b", "Søk"), Page("/c", "Look", "en"))[2]);
    }

    [Fact]
    public void A_drawing_used_twice_on_a_page_does_not_say_what_its_buttons_do()
    {
        PageDraft twice = new("/c") { Controls = [Control("icon", "pil", "Åpne skole"), Control("icon", "pil", "Åpne helse")] };
        PageDraft Once(string path) => new(path) { Controls = [Control("icon", "pil", "Meny")] };

        Assert.Equal([Outcome.Passed, Outcome.Passed, Outcome.Inapplicable], Outcomes(Rule, Once("/a"), Once("/b"), twice));
    }

    [Fact]
    public void Two_functions_that_differ_are_two_causes()
    {
        string[] odd = ["/barnehage", "/skole", "/helse", "/bolig", "/jobb", "/kart Veien hit", "/kontakt Spør oss", "/nytt", "/vann", "/vei", "/avis"];
        string[] usual = ["/barnehage", "/skole", "/helse", "/bolig", "/jobb", "/kart Stedet", "/kontakt Kontakt", "/nytt", "/vann", "/vei", "/avis"];

        RuleResult rule = Rule(Judge(With("/a", usual), With("/b", usual), With("/c", odd))[2], Rule);

        Assert.Equal(2, rule.Elements.Select(e => e.Fingerprint).Distinct().Count());
    }

    private static PageDraft Named(string path, string name) => With(path, [.. Rest, $"/kontakt {name}"]);
}
