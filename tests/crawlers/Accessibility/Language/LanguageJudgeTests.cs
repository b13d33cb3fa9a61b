using Monitor.Crawlers.Accessibility.Checks.Language;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Language;

public sealed class LanguageJudgeTests
{
    private static readonly Dictionary<string, string> Ours = new()
    {
        ["nb"] = Texts.Bokmål,
        ["nn"] = Texts.Nynorsk,
        ["en"] = Texts.English,
        ["se"] = Texts.NorthernSámi,
        ["sma"] = Texts.SouthernSámi,
        ["smj"] = Texts.LuleSámi,
        ["da"] = Texts.Danish,
        ["sv"] = Texts.Swedish,
        ["fi"] = Texts.Finnish,
        ["de"] = Texts.German,
        ["nl"] = Texts.Dutch,
        ["fr"] = Texts.French,
        ["es"] = Texts.Spanish,
        ["pt"] = Texts.Portuguese,
        ["it"] = Texts.Italian,
        ["pl"] = Texts.Polish,
        ["lt"] = Texts.Lithuanian,
    };

    private static readonly string[] Norwegian = ["nb", "nn", "da"];

    public static TheoryData<string, string> Pairs => [.. Ours.Keys.SelectMany(t => Ours.Keys.Select(d => (t, d)))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_text_agrees_with_its_own_language_and_differs_from_the_others(string text, string declared)
    {
        LanguageJudgement found = Judge(Ours[text], declared)!;

        Assert.Equal(text, found.Language);
        Agreement expected = text == declared ? Agreement.Agrees
            : Norwegian.Contains(text) && Norwegian.Contains(declared) ? Agreement.NearRelative : Agreement.Differs;
        Assert.Equal(expected, found.Agreement);
    }

    [Theory]
    [InlineData("no", "nb")]
    [InlineData("no", "nn")]
    [InlineData("nb-NO", "nb")]
    [InlineData("NO", "nn")]
    [InlineData("en-GB", "en")]
    [InlineData("nob", "nb")]
    [InlineData("sme", "se")]
    [InlineData("smi", "sma")]
    [InlineData(" nn ", "nn")]
    public void A_language_has_several_names(string declared, string text) =>
        Assert.Equal(Agreement.Agrees, Judge(Ours[text], declared)!.Agreement);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("norsk")]
    [InlineData("no_NO")]
    [InlineData("und")]
    [InlineData("zxx")]
    public void What_names_no_language_is_no_declaration(string? attribute) => Assert.Null(DeclaredLanguage.Read(attribute));

    [Theory]
    [InlineData("is")]
    [InlineData("tr")]
    [InlineData("sq")]
    public void A_text_of_ours_is_not_in_a_language_that_we_do_not_speak_of(string declared) =>
        Assert.All(Ours, t => Assert.Equal(Agreement.Differs, Judge(t.Value, declared)!.Agreement));

    [Theory]
    [InlineData("nb", "da", "NearRelative")]
    [InlineData("en", "sco", "Unknown")]
    [InlineData("smj", "sje", "Unknown")]
    [InlineData("se", "sms", "Unknown")]
    [InlineData("fi", "fkv", "Unknown")]
    [InlineData("de", "lb", "Unknown")]
    [InlineData("nl", "af", "Unknown")]
    [InlineData("es", "gl", "Unknown")]
    [InlineData("pl", "sk", "Unknown")]
    public void A_near_relative_of_the_declared_language_is_never_a_failure(string text, string declared, string expected) =>
        Assert.Equal(expected, Judge(Ours[text], declared)!.Agreement.ToString());

    [Fact]
    public void A_text_in_another_language_is_never_taken_for_one_of_ours()
    {
        Assert.True(Judge(Texts.Somali, "so")?.Agreement is null or Agreement.Unknown);
        Assert.All(Ours.Keys, declared => Assert.True(Judge(Texts.Somali, declared)?.Agreement is Agreement.Unknown or Agreement.Doubtful, declared));
    }

    [Fact]
    public void What_is_short_is_never_a_failure()
    {
        Assert.Null(Judge(Texts.English[..60], "nb"));
        Assert.All(Enumerable.Range(1, Texts.English.Length).Select(n => Texts.English[..n]).Where(t => t.Count(char.IsLetter) < LanguageJudge.EnoughLetters),
            t => Assert.True(Judge(t, "nb")?.Agreement is null or Agreement.Unknown or Agreement.Doubtful));
    }

    [Fact]
    public void Names_and_figures_are_no_running_text()
    {
        Assert.False(RunningText.Is(Texts.Names));
        Assert.False(RunningText.Is("12 500 000 kr 13 200 000 kr 14 100 000 kr i 2024"));
        Assert.All(Ours.Values, t => Assert.True(RunningText.Is(t)));
        Assert.True(RunningText.Is("INFORMASJON OM DEN NYE SKOLEN OG VEIEN DIT FOR ALLE"));
    }

    [Theory]
    [InlineData("Berg, T. (2019). Universal design in small towns.", true)]
    [InlineData("Les mer i rapporten, ISBN 978-82-000-0000-0", true)]
    [InlineData("Skolen sto ferdig i 2019, og veien ett år senere.", false)]
    public void An_entry_of_a_list_of_literature_is_known(string text, bool expected) => Assert.Equal(expected, RunningText.IsReference(text));

    [Fact]
    public void Addresses_are_not_counted_as_words() =>
        Assert.Equal(["skriv", "til", "e", "post", "adressen"], Wording.Of("Skriv til e-post-adressen post@eksempel.no, https://eksempel.no/a 2024!").Words);

    private static LanguageJudgement? Judge(string text, string declared) => LanguageJudge.Shipped.Judge(text, DeclaredLanguage.Read(declared)!);
}
