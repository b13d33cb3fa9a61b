using System.Text.RegularExpressions;
using MimeKit;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

public sealed class AlertComposerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Language> Languages => [Language.Nb, Language.Nn, Language.En];

    [Theory]
    [InlineData(Language.Nb, "[Monitor] 2 nye brudd og 1 gjenåpnet brudd på Brandvik.no")]
    [InlineData(Language.Nn, "[Monitor] 2 nye brot og 1 gjenopna brot på Brandvik.no")]
    [InlineData(Language.En, "[Monitor] 2 new failures and 1 reopened failure on Brandvik.no")]
    public async Task The_subject_names_the_solution_and_the_count(Language language, string subject)
    {
        await using var world = new AlertWorld(language: language);

        Assert.Equal(subject, RenderedMail.Of(world, world.Changes(found: 2, reopened: 1)).Message.Subject);
    }

    [Theory]
    [InlineData(1, 0, "[Monitor] 1 nytt brudd på Brandvik.no")]
    [InlineData(1234, 0, "[Monitor] 1\u00A0234 nye brudd på Brandvik.no")]
    [InlineData(0, 2, "[Monitor] 2 gjenåpnede brudd på Brandvik.no")]
    public async Task The_subject_counts_as_the_language_does(int found, int reopened, string subject)
    {
        await using var world = new AlertWorld();

        Assert.Equal(subject, RenderedMail.Of(world, world.Changes(found, reopened)).Message.Subject);
    }

    [Theory]
    [InlineData(Language.Nb, "Bildet mangler tekstalternativ", "Suksesskriterium 1.1.1 Ikke-tekstlig innhold", "Alvorlighetsgrad: kritisk", "Sider med bruddet: 9", "24. november 2026")]
    [InlineData(Language.Nn, "Biletet manglar tekstalternativ", "Suksesskriterium 1.1.1 Ikkje-tekstleg innhald", "Alvorsgrad: kritisk", "Sider med brotet: 9", "24. november 2026")]
    [InlineData(Language.En, "The image lacks a text alternative", "Success criterion 1.1.1 Non-text Content", "Impact: critical", "Pages with the failure: 9", "24 November 2026")]
    public async Task Both_parts_tell_each_finding_in_the_agencys_language(
        Language language, string rule, string criterion, string impact, string pages, string day)
    {
        await using var world = new AlertWorld(language: language);

        RenderedMail mail = RenderedMail.Of(world, world.Changes());

        foreach (string fact in (string[])[rule, criterion, impact, pages, day, "https://brandvik.example/kontakt", "Brandvik kommune", "991\u00A0825\u00A0827"])
            mail.SaysInBothParts(fact);
        mail.LinksInBothParts($"https://monitor.example/{language.Code()}/solutions/991825827-abcdefgh/findings/new0");
        mail.LinksInBothParts($"https://monitor.example/{language.Code()}/solutions/991825827-abcdefgh");
        mail.LinksInBothParts($"https://monitor.example/{language.Code()}/unsubscribe/{RenderedMail.LeaveToken}");
        Assert.Equal(language.Code(), mail.Message.Body?.Headers[HeaderId.ContentLanguage]);
        Assert.Contains($"<html lang=\"{language.Code()}\">", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Nb, "Undersøkte sider: 29 av 30 i utvalget.", "helt eller delvis: 31 av 48 i forskriften.", "menneske må vurdere: 7.", "ikke er målt før: 4.", "Rettet siden sist: 3.", "Åpne brudd nå: 12.", "Funnet av automatiske tester.")]
    [InlineData(Language.Nn, "Undersøkte sider: 29 av 30 i utvalet.", "heilt eller delvis: 31 av 48 i forskrifta.", "menneske må vurdere: 7.", "ikkje er målte før: 4.", "Retta sidan sist: 3.", "Opne brot no: 12.", "Funne av automatiske testar.")]
    [InlineData(Language.En, "Pages audited: 29 of 30 in the sample.", "in whole or in part: 31 of 48 in the regulation.", "a person must judge: 7.", "not measured before: 4.", "Fixed since last time: 3.", "Open failures now: 12.", "Found by automatic tests.")]
    public async Task Both_parts_say_the_denominator_and_keep_doubt_apart(Language language, params string[] facts)
    {
        await using var world = new AlertWorld(language: language);

        RenderedMail mail = RenderedMail.Of(world, world.Changes());

        Assert.All(facts, mail.SaysInBothParts);
    }

    [Theory]
    [InlineData(Language.Nb, "[Monitor] Første måling av Brandvik.no: 12 brudd funnet", "Undersøkte sider: 29 av 30")]
    [InlineData(Language.Nn, "[Monitor] Første måling av Brandvik.no: 12 brot funne", "Undersøkte sider: 29 av 30")]
    [InlineData(Language.En, "[Monitor] First scan of Brandvik.no: 12 failures found", "Pages audited: 29 of 30")]
    public async Task The_welcome_summary_gives_figures_and_lists_no_finding(Language language, string subject, string pages)
    {
        await using var world = new AlertWorld(language: language);

        RenderedMail mail = RenderedMail.Of(world, world.Changes(found: 5, baseline: true));

        Assert.Equal(subject, mail.Message.Subject);
        mail.SaysInBothParts(pages);
        Assert.DoesNotContain("1.1.1", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("li", mail.Elements);
    }

    [Theory]
    [InlineData(Language.Nb, "Vil du ha meldinger om Brandvik kommune?", "Gjør du ingenting, får du ikke flere meldinger.")]
    [InlineData(Language.Nn, "Vil du ha meldingar om Brandvik kommune?", "Gjer du ingenting, får du ikkje fleire meldingar.")]
    [InlineData(Language.En, "Do you want messages about Brandvik kommune?", "If you do nothing, you get no more messages.")]
    public async Task The_opt_in_mail_asks_and_offers_yes_and_no(Language language, string question, string nothing)
    {
        await using var world = new AlertWorld(language: language);

        var mail = new RenderedMail(world, AlertFacts.OptIn(world.Agency));

        mail.SaysInBothParts(question);
        mail.SaysInBothParts(nothing);
        mail.LinksInBothParts($"https://monitor.example/{language.Code()}/opt-in/{RenderedMail.OptInToken}");
        mail.LinksInBothParts($"https://monitor.example/{language.Code()}/unsubscribe/{RenderedMail.LeaveToken}");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_line_of_the_html_part_stands_in_the_text_part(Language language)
    {
        await using var world = new AlertWorld(language: language);

        Assert.All(EveryKind(world), mail =>
        {
            string[] lines = [.. mail.HtmlText.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            Assert.True(lines.Length > 5);
            Assert.All(lines, line => Assert.True(
                mail.Text.Contains(line, StringComparison.Ordinal) || mail.Message.Subject == $"[Monitor] {line}", line));
            Assert.All(mail.Links, link => Assert.Contains(link, mail.Text, StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task No_mail_speaks_of_conformity(Language language)
    {
        await using var world = new AlertWorld(language: language);

        Assert.All(EveryKind(world), mail => Assert.DoesNotMatch(new Regex("conform|complian|samsvar|varsel|varsl", RegexOptions.IgnoreCase), mail.Text));
    }

    [Fact]
    public async Task A_rule_without_text_of_ours_is_told_in_English_and_marked_as_English()
    {
        await using var world = new AlertWorld();
        ScanChanges changes = world.Changes() with { New = [AlertWorld.Finding("f") with { Rule = "brand-new", Message = "Elements must be nice" }] };

        RenderedMail mail = RenderedMail.Of(world, changes);

        mail.SaysInBothParts("Elements must be nice");
        Assert.Contains("<strong lang=\"en\">Elements must be nice</strong>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_are_listed_by_impact_then_pages_whatever_order_they_came_in()
    {
        await using var world = new AlertWorld();
        ChangedFinding[] findings =
        [
            AlertWorld.Finding("d") with { Impact = null },
            AlertWorld.Finding("c") with { Impact = "minor" },
            AlertWorld.Finding("b") with { Impact = "critical", Pages = 1 },
            AlertWorld.Finding("a") with { Impact = "critical", Pages = 20 },
        ];

        RenderedMail mail = RenderedMail.Of(world, world.Changes() with { New = findings });
        RenderedMail other = RenderedMail.Of(world, world.Changes() with { New = [.. findings.Reverse()] });

        string[] order = [.. mail.Links.Where(l => l.Contains("/findings/", StringComparison.Ordinal)).Select(l => l.Split('/')[^1])];
        Assert.Equal(["a", "b", "c", "d"], order);
        Assert.Equal(mail.Bytes, other.Bytes);
    }

    [Fact]
    public async Task A_solution_without_a_name_goes_by_its_address()
    {
        await using var world = new AlertWorld();
        world.Solution.Name = "";

        Assert.Equal("[Monitor] 1 nytt brudd på https://brandvik.example/", RenderedMail.Of(world, world.Changes()).Message.Subject);
    }

    [Fact]
    public async Task The_day_is_the_day_in_Norway()
    {
        await using var world = new AlertWorld();
        ScanId late = ScanId.New(world.Solution.Id, new DateTimeOffset(2026, 6, 4, 22, 30, 0, TimeSpan.Zero));

        new RenderedMail(world, AlertFacts.Scan(world.Agency, world.Solution, world.Changes() with { Scan = late })).SaysInBothParts("5. juni 2026");
    }

    [Fact]
    public async Task A_long_list_is_cut_and_the_rest_counted()
    {
        await using var world = new AlertWorld();

        RenderedMail mail = RenderedMail.Of(world, world.Changes(found: 60));

        Assert.Equal(50, mail.Links.Count(l => l.Contains("/findings/", StringComparison.Ordinal)));
        mail.SaysInBothParts("… og 10 til.");
    }

    [Fact]
    public async Task However_long_the_findings_texts_are_the_mail_stays_below_its_limit_and_keeps_its_way_out()
    {
        await using var world = new AlertWorld();
        ChangedFinding huge = AlertWorld.Finding("f") with
        {
            Rule = "unknown",
            Message = new string('å', 5000),
            ExampleUrl = "https://brandvik.example/?" + new string('&', 450),
            Wcag = ["1.1.1", "1.3.1", "2.4.4", "4.1.2"],
        };
        ChangedFinding[] many = [.. Enumerable.Range(0, 500).Select(i => huge with { Fingerprint = $"f{i}" })];

        RenderedMail mail = RenderedMail.Of(world, world.Changes() with { New = many, Reopened = many });

        Assert.InRange(mail.Bytes.Length, 10_000, AlertComposer.MaxBytes);
        mail.LinksInBothParts($"https://monitor.example/nb/unsubscribe/{RenderedMail.LeaveToken}");
        Assert.Matches("… og 4\\d\\d til\\.", mail.Text);
    }

    [Fact]
    public async Task A_mail_is_rendered_from_what_was_frozen_when_it_was_owed()
    {
        await using var world = new AlertWorld();
        OutboxRow row = await world.OweOneAsync();
        await world.Table<AgencyRow>().PutAsync(world.Agency with { Name = "Ny kommune", Language = Language.En }, Cancellation);

        BinaryData? mail = await world.Get<AlertComposer>().RenderAsync(row, await world.RecipientAsync(), Cancellation);
        using MimeMessage message = await MimeMessage.LoadAsync(mail!.ToStream(), Cancellation);

        Assert.Contains("Brandvik kommune, organisasjonsnummer", message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rendering_at_the_same_time_gives_everybody_the_same_bytes()
    {
        await using var world = new AlertWorld();
        OutboxRow row = await world.OweOneAsync();
        RecipientRow recipient = await world.RecipientAsync();

        BinaryData?[] mails = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.Get<AlertComposer>().RenderAsync(row, recipient, Cancellation), Cancellation)));

        Assert.Single(mails.Select(m => m?.ToString()).Distinct());
    }

    private static RenderedMail[] EveryKind(AlertWorld world) =>
    [
        RenderedMail.Of(world, world.Changes(found: 2, reopened: 1)),
        RenderedMail.Of(world, world.Changes(baseline: true)),
        new RenderedMail(world, AlertFacts.OptIn(world.Agency)),
        new RenderedMail(world, AlertFacts.NotMet(world.Agency, ObligationMailTests.Alert(world.Clock.GetUtcNow()))),
    ];
}
