using Monitor.Crawlers.Accessibility.Checks.Language;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Language;

public sealed class ForeignScriptTests
{
    [Theory]
    [InlineData(Texts.Arabic, "nb", "Arabic")]
    [InlineData(Texts.Arabic, "ru", "Arabic")]
    [InlineData(Texts.Russian, "en", "Cyrillic")]
    [InlineData(Texts.Ukrainian, "se", "Cyrillic")]
    [InlineData(Texts.Russian, "ar", "Cyrillic")]
    public void A_text_in_a_script_that_the_declared_language_is_not_written_in_differs(string text, string declared, string script)
    {
        LanguageJudgement found = Judge(text, declared)!;

        Assert.Equal((Agreement.Differs, script), (found.Agreement, found.Script));
    }

    [Theory]
    [InlineData(Texts.Arabic, "fa")]
    [InlineData(Texts.Arabic, "ku")]
    [InlineData(Texts.Arabic, "so")]
    [InlineData(Texts.Russian, "bg")]
    [InlineData(Texts.Russian, "sr")]
    [InlineData(Texts.Russian, "sjd")]
    [InlineData(Texts.Russian, "smi")]
    public void A_language_that_may_be_written_so_is_not_accused(string text, string declared) =>
        Assert.Null(Judge(text, declared));

    [Fact]
    public void Latin_names_in_plenty_make_it_doubt() =>
        Assert.Equal(Agreement.Doubtful, Judge(Texts.Arabic + " Kari Nordmann Eksempel kommune Ola Hansen", "nb")!.Agreement);

    [Theory]
    [InlineData(Texts.Russian, "ru", "Agrees")]
    [InlineData(Texts.Ukrainian, "uk", "Agrees")]
    [InlineData(Texts.Russian, "uk", "Differs")]
    [InlineData(Texts.Ukrainian, "ru", "Differs")]
    [InlineData(Texts.Belarusian, "ru", null)]
    [InlineData(Texts.Belarusian, "uk", null)]
    [InlineData(Texts.Russian + Texts.Ukrainian, "uk", null)]
    public void Russian_and_Ukrainian_are_told_apart_by_their_letters(string text, string declared, string? expected) =>
        Assert.Equal(expected, Judge(text, declared)?.Agreement.ToString());

    [Fact]
    public void Texts_in_Latin_letters_differ_from_a_language_of_another_script() =>
        Assert.All(["ru", "uk", "ar"], declared => Assert.Equal(Agreement.Differs, Judge(Texts.Bokmål, declared)!.Agreement));

    [Fact]
    public void A_few_words_differ_only_where_the_language_is_declared_for_them()
    {
        const string Few = "Вы можете прийти и рассказать нам";

        Assert.Equal(Agreement.Doubtful, Judge(Few, "fr")!.Agreement);
        Assert.Equal(Agreement.Differs, Judge(Few, "fr", own: true)!.Agreement);
    }

    private static LanguageJudgement? Judge(string text, string declared, bool own = false) => LanguageJudge.Shipped.Judge(text, DeclaredLanguage.Read(declared)!, own);
}
