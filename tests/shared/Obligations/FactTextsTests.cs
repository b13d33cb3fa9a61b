using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Obligations;

public sealed class FactTextsTests
{
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(ObligationCatalogue));

    [Fact]
    public void Every_sentence_is_there_in_every_language()
    {
        Assert.Empty(FactFiles.Problems(typeof(ObligationCatalogue).Assembly, out int sentences));
        Assert.True(sentences > 0);
    }

    [Fact]
    public void Values_stand_in_their_places_and_are_never_read_as_places()
    {
        Evidence said = Facts.Say("Declaration", "declared.planned", null, ("day", new DateOnly(2027, 3, 1)), ("why", "{day} {site}"));

        Assert.Equal("Declared planned for 2027-03-01. {day} {site}", said.Fact);
        Assert.Equal("Virksomheten erklærer at punktet skal være oppfylt innen 2027-03-01. {day} {site}", said.In(Language.Nb).Fact);
    }

    [Fact]
    public void A_text_in_a_place_is_told_in_the_sentences_language()
    {
        Evidence said = Facts.Say("Declaration", "declared.met", null, ("why", new LocalizedText("bokmål", "nynorsk", "English")));

        Assert.Equal(["Declared met. English", "Verksemda erklærer at punktet er oppfylt. nynorsk"], [said.Fact, said.In(Language.Nn).Fact]);
    }

    [Fact]
    public void A_place_without_a_value_is_a_dash_and_an_unknown_sentence_is_a_bug()
    {
        Assert.Equal("Declared planned for –.", Facts.Say("Declaration", "declared.planned", null, ("why", "")).Fact);
        Assert.Throws<KeyNotFoundException>(() => Facts.Say("Declaration", "declared.perhaps"));
    }
}
