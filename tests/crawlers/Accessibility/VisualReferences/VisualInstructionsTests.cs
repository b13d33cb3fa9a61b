using Monitor.Crawlers.Accessibility.Checks.VisualReferences;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.VisualReferences;

public sealed class VisualInstructionsTests
{
    [Theory]
    [InlineData("Klikk på knappen til høyre.", "knappen til høyre")]
    [InlineData("Du finner skjemaet i menyen øverst til venstre.", "menyen øverst til venstre")]
    [InlineData("Bruk menyen på venstre side for å gå videre.", "menyen på venstre side")]
    [InlineData("Se kontaktinformasjon i høyre kolonne.", "i høyre kolonne")]
    [InlineData("Trykk på den grønne knappen når du er ferdig.", "den grønne knappen")]
    [InlineData("Velg det store, runde ikonet.", "det store, runde ikonet")]
    [InlineData("Trykk på den største knappen.", "den største knappen")]
    [InlineData("Felt merket med rødt må fylles ut.", "Felt merket med rødt")]
    [InlineData("Skriv navnet i boksen nedenfor.", "boksen nedenfor")]
    [InlineData("Trykk på den raude knappen.", "den raude knappen")]
    [InlineData("Du finn skjemaet i menyen øvst til høgre.", "menyen øvst til høgre")]
    [InlineData("Felta som er merkte med raudt, må fyllast ut.", "Felta som er merkte med raudt")]
    [InlineData("To continue, press the button on the right.", "the button on the right")]
    [InlineData("Click the green button to send.", "the green button")]
    [InlineData("Use the round icon at the bottom.", "the round icon")]
    [InlineData("Required fields in red must be filled in.", "fields in red")]
    [InlineData("Enter your name in the box below.", "the box below")]
    [InlineData("Open the right-hand menu.", "right-hand menu")]
    public void Instructions_by_what_can_only_be_seen_are_found(string sentence, string phrase) =>
        Assert.Equal([phrase], VisualInstructions.In($"Velkommen. {sentence} Takk."));

    [Theory]
    [InlineData("Skjemaet finner du nedenfor.")]
    [InlineData("Choose one of the options below.")]
    [InlineData("Klikk på knappen «Send» til høyre.")]
    [InlineData("Click the button labelled \"Send\" on the right.")]
    [InlineData("Press the green 'Send' button on the right.")]
    [InlineData("Klikk på Send-knappen til høyre.")]
    [InlineData("Click the Send button on the right.")]
    [InlineData("Du må svinge til høyre ved skolen.")]
    [InlineData("Du må kjøre i høyre felt.")]
    [InlineData("Du har rett til å klage, og du må bruke skjemaet.")]
    [InlineData("You have the right to appeal and can use the form to do so.")]
    [InlineData("Partiene til høyre kan få flertall.")]
    [InlineData("Felt merket med rød stjerne må fylles ut.")]
    [InlineData("Han trykket på den røde knappen.")]
    [InlineData("Den grønne skolen ligger ved parken.")]
    [InlineData("Bildet til høyre ble tatt i 2020.")]
    [InlineData("")]
    public void What_is_named_or_no_instruction_is_left_alone(string sentence) =>
        Assert.Empty(VisualInstructions.In($"Velkommen. {sentence} Takk."));

    [Fact]
    public void Each_sentence_counts_once() =>
        Assert.Equal(2, VisualInstructions.In("Klikk på den grønne knappen til høyre. Trykk så på den røde knappen!").Count);
}
