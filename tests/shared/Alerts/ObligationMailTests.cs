using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

public sealed class ObligationMailTests
{
    [Theory]
    [InlineData(Language.Nb, "Krav ikke oppfylt: Fakturaer mottas som EHF", "Hjemmel: Lov om e-faktura", "Kilde: ELMA")]
    [InlineData(Language.Nn, "Krav ikkje oppfylt: Fakturaer blir mottekne som EHF", "Heimel: Lov om e-faktura", "Kjelde: ELMA")]
    [InlineData(Language.En, "Requirement not met: Invoices are received as EHF", "Legal basis: Lov om e-faktura", "Source: ELMA")]
    public async Task It_names_the_requirement_its_law_and_what_was_seen(Language language, string title, string law, string source)
    {
        await using var world = new AlertWorld(language: language);
        var mail = new RenderedMail(world, AlertFacts.NotMet(world.Agency, Alert(world.Clock.GetUtcNow())));

        Assert.Equal($"[Monitor] {title}", mail.Message.Subject);
        foreach (string fact in (string[])[title, law, source, "H-8/18", "Brandvik kommune", "No entry for 0192:991825827", "https://elma.example/991825827"])
            mail.SaysInBothParts(fact);
        mail.LinksInBothParts($"https://monitor.example/{language.Code()}/agencies/991825827");
    }

    [Fact]
    public async Task An_address_that_is_no_web_address_is_not_linked()
    {
        await using var world = new AlertWorld();
        ObligationAlert alert = Alert(world.Clock.GetUtcNow()) with { Evidence = [new Evidence("x", "y", "javascript:alert(1)")] };

        var mail = new RenderedMail(world, AlertFacts.NotMet(world.Agency, alert));

        mail.SaysInBothParts("javascript:alert(1)");
        Assert.DoesNotContain("href=\"javascript", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Much_evidence_is_cut_and_the_rest_counted()
    {
        await using var world = new AlertWorld();
        ObligationAlert alert = Alert(world.Clock.GetUtcNow()) with
        {
            Evidence = [.. Enumerable.Range(0, 25).Select(i => new Evidence("x", $"fact {i}.", null))],
        };

        var mail = new RenderedMail(world, AlertFacts.NotMet(world.Agency, alert));

        mail.SaysInBothParts("fact 19.");
        Assert.DoesNotContain("fact 20.", mail.Text, StringComparison.Ordinal);
        mail.SaysInBothParts("… og 5 til.");
    }

    internal static ObligationAlert Alert(DateTimeOffset since) => new(
        "1.10-einvoice-receive",
        new LocalizedText("Fakturaer mottas som EHF", "Fakturaer blir mottekne som EHF", "Invoices are received as EHF"),
        "Lov om e-faktura",
        "H-8/18",
        since,
        1,
        [new Evidence("ELMA", "No entry for 0192:991825827", "https://elma.example/991825827")]);
}
