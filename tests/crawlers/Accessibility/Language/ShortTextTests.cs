using Monitor.Crawlers.Accessibility.Checks.Language;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Language;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("Wij hebben het boek nog niet gelezen", "nl", "fr")]
    [InlineData("Nous n'avons pas encore lu le livre", "fr", "nl")]
    [InlineData("We have not yet read the book", "en", "fr")]
    [InlineData("Vi har ikke lest boken ennå, men det kommer vi til å gjøre", "nb", "en")]
    [InlineData("Wir haben das Buch noch nicht gelesen", "de", "en")]
    [InlineData("Todavía no hemos leído el libro de la biblioteca", "es", "nb")]
    [InlineData("Non abbiamo ancora letto il libro della biblioteca", "it", "de")]
    [InlineData("Nie czytaliśmy jeszcze książki, którą wszyscy lubią, ani tej drugiej", "pl", "en")]
    [InlineData("Emme ole vielä lukeneet sitä kirjaa, mutta se on hyvä", "fi", "sv")]
    public void A_sentence_differs_from_a_wrong_declaration_of_its_own(string text, string language, string declared)
    {
        LanguageJudgement found = Judge(text, declared)!;

        Assert.Equal((Agreement.Differs, language), (found.Agreement, found.Language));
        Assert.Equal(Agreement.Agrees, Judge(text, language)!.Agreement);
        Assert.NotEqual(Agreement.Differs, LanguageJudge.Shipped.Judge(text, DeclaredLanguage.Read(declared)!)?.Agreement ?? Agreement.Unknown);
    }

    [Theory]
    [InlineData("Read more here", "nb")]
    [InlineData("Bonne année à tous", "nl")]
    [InlineData("of the and to in", "nb")]
    [InlineData("no dependencies, no conflicts, no dependencies", "nb")]
    public void Fewer_words_or_letters_than_needed_tell_nothing(string text, string declared) => Assert.Null(Judge(text, declared));

    [Theory]
    [InlineData("Vi har ikke lest boken som du snakker om ennå", "nn")]
    [InlineData("Vi har ikkje lese boka som du snakkar om enno", "nb")]
    [InlineData("Vi har endnu ikke læst den bog, du taler om", "nb")]
    [InlineData("Vi har enda ikke lest boken som du snakker om", "da")]
    [InlineData("Encara no hem llegit el llibre de la biblioteca", "ca")]
    [InlineData("Mir hunn dat Buch nach net gelies, awer et ass gutt", "lb")]
    [InlineData("Met emmä ole vielä lukenheet sitä kirjaa, mutta se oon hyvä", "fkv")]
    [InlineData("Ons het nog nie die boek gelees nie", "af")]
    public void A_near_relative_is_not_accused(string text, string declared) => Assert.NotEqual(Agreement.Differs, Judge(text, declared)?.Agreement ?? Agreement.Unknown);

    [Theory]
    [InlineData("Our son can fast plus lire a comment", "fr")]
    [InlineData("Les journaux: The Independent, The Guardian", "fr")]
    [InlineData("We flew with the Deutsche Lufthansa to Frankfurt am Main", "en")]
    [InlineData("Filmen Det sjunde inseglet är gjord av en svensk", "sv")]
    [InlineData("The Act on universell utforming av ikt-løsninger in Norway", "en")]
    [InlineData("Sangen heter The winner takes it all", "nb")]
    public void Names_and_words_of_another_language_in_a_sentence_do_not_tip_the_scale(string text, string declared) =>
        Assert.NotEqual(Agreement.Differs, Judge(text, declared)?.Agreement ?? Agreement.Unknown);

    private static LanguageJudgement? Judge(string text, string declared) => LanguageJudge.Shipped.Judge(text, DeclaredLanguage.Read(declared)!, own: true);
}
