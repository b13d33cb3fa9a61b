using Monitor.Crawlers.Signs;
using Monitor.Crawlers.Signs.Altinn;
using Monitor.Crawlers.Signs.Help;
using Monitor.Crawlers.Signs.Login;
using Monitor.Crawlers.Signs.Mailbox;
using Monitor.Crawlers.Signs.PlainLanguage;
using Monitor.Crawlers.Signs.Privacy;
using Monitor.Crawlers.Signs.Standards;
using Monitor.Shared.Obligations;
using Xunit;

namespace Monitor.Crawlers.Tests.Signs;

/// <summary>What a body's own site shows, and what each row makes of it.</summary>
public sealed class SiteCheckTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_told_of_a_site_that_no_scan_has_looked_at()
    {
        var seen = SeenSite.Of("<p>Hei</p>");
        var facts = new AgencyFacts(
            new BodyFacts(SeenSite.Owner, null, false, null, Shared.Agencies.RegistryStatus.Unknown), null, new SiteFacts([seen.Solution with { Pages = [] }]));

        ObligationResult result = await new MailboxInfoCheck().JudgeAsync(facts, Cancellation);

        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.NoScan), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData("<a href='/kontakt'>Ta gjerne kontakt med oss</a>", "links to contact")]
    [InlineData("<a href='/x'>Hjelp</a>", "links to help")]
    [InlineData("<a href='/nyheter'>Nyheter</a>", "No link to help or contact")]
    public async Task Help_is_a_sign_of_the_start_page_alone(string start, string says)
    {
        ObligationResult result = await SeenSite.Of(start).With("/annen", "<a href='/hjelp'>Hjelp</a>").JudgeAsync(new HelpCheck(), Cancellation);

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.IndicatorOnly), (result.Outcome, result.Reason));
        Assert.Contains(says, Assert.Single(result.Evidence).Fact, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a href='https://www.norge.no/nb/velg-digital-postkasse'>Velg</a>", true)]
    [InlineData("<a href='https://www.digipost.no/'>Logg inn</a>", true)]
    [InlineData("<p>Du får brevet i din digitale postkasse.</p>", true)]
    [InlineData("<p>Brevet kjem i den digitale postkassa di.</p>", true)]
    [InlineData("<a href='https://www.norge.no/nb/om'>Om norge.no</a><p>Postkassen står ved porten.</p>", false)]
    [InlineData("<a href='https://digipost.no.example/'>Digi</a>", false)]
    public async Task The_mailbox_is_met_by_a_link_or_by_words_and_never_denied(string page, bool met)
    {
        ObligationResult result = await SeenSite.Of("<p>Hei</p>").With("/post", page).JudgeAsync(new MailboxInfoCheck(), Cancellation);

        Assert.Equal(met ? (ObligationOutcome.Met, null) : (ObligationOutcome.CantTell, ObligationReasons.NoneSeen), (result.Outcome, result.Reason));
        Assert.Contains(met ? "mailbox" : "None of 2 pages", Assert.Single(result.Evidence).Fact, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_links_are_named_by_where_they_lead_and_altinn_is_more_than_a_login()
    {
        ObligationResult result = await SeenSite.Of("""
            <a href="https://login.idporten.no/authorize">Min side</a> <a href="/logg-inn">Logg inn</a> <a href="https://inn.leverandor.example/">Logg inn</a>
            <a href="https://www.altinn.no/skjema">Skjema i Altinn</a>
            """).JudgeAsync(new IdPortenCheck(), Cancellation);

        Assert.Equal(
            ["leads to ID-porten (login.idporten.no)", "a page of the body itself", "no login service that we know"],
            result.Evidence.Select(e => ((string[])["leads to ID-porten (login.idporten.no)", "a page of the body itself", "no login service that we know"]).Single(s => e.Fact.Contains(s, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Links_to_altinn_are_counted()
    {
        ObligationResult result = await SeenSite.Of("<a href='https://www.altinn.no/a'>A</a> <a href='https://info.altinn.no/b'>B</a>")
            .With("/x", "<a href='https://www.altinn.no/a'>A</a>").With("/y", "<p>Hei</p>").JudgeAsync(new AltinnCheck(), Cancellation);

        Assert.Equal("Links to Altinn: 2 different ones, on 2 of 3 pages read.", result.Evidence[0].Fact);
        Assert.Equal(ObligationOutcome.CantTell, result.Outcome);
    }

    [Fact]
    public async Task Cookies_and_others_before_any_choice_are_told_and_the_own_domain_is_no_other()
    {
        ObligationResult result = await SeenSite.Of("<a href='/personvern'>Personvern</a>")
            .With("/x", v => v with { Cookies = [new PageCookie("_ga", "etaten.example"), new PageCookie("id", "sporing.example")], Hosts = ["www.etaten.example", "cdn.etaten.example", "sporing.example"] })
            .JudgeAsync(new PrivacyCheck(), Cancellation);

        Assert.Collection(
            result.Evidence,
            e => Assert.StartsWith("The start page links to a privacy statement", e.Fact, StringComparison.Ordinal),
            e => Assert.StartsWith("Cookies before any choice, on 2 pages read: 2, of them 1 of others: _ga (etaten.example), id (sporing.example).", e.Fact, StringComparison.Ordinal),
            e => Assert.Equal("The pages ask 1 others for something before any choice: sporing.example.", e.Fact));
    }

    [Theory]
    [InlineData(false, false, ObligationOutcome.NotMet)]
    [InlineData(false, true, ObligationOutcome.CantTell)]
    [InlineData(false, null, ObligationOutcome.CantTell)]
    [InlineData(null, null, ObligationOutcome.CantTell)]
    [InlineData(true, true, ObligationOutcome.CantTell)]
    public async Task Another_encoding_counts_only_when_it_is_seen_twice(bool? first, bool? second, ObligationOutcome outcome)
    {
        ObligationResult result = await SeenSite.Of("<p>Hei</p>").Encoded("/gammel", first, second).JudgeAsync(new StandardsCheck(), Cancellation);

        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(outcome == ObligationOutcome.NotMet ? ObligationReasons.NotUtf8 : ObligationReasons.IndicatorOnly, result.Reason);
        Assert.False(result.NeedsSecondObservation);
    }

    [Fact]
    public async Task Documents_count_unless_the_page_has_them_in_an_open_format_as_well()
    {
        ObligationResult result = await SeenSite.Of("""
            <a href="/f/arsrapport.docx">Word</a> <a href="/f/arsrapport.pdf">PDF</a> <a href="/f/skjema.doc?v=2">Skjema</a> <a href="/f/tall.ods">Tall</a> <a href="/f/S%C3%B8knad.XLSX">Søknad</a>
            """).JudgeAsync(new StandardsCheck(), Cancellation);

        Assert.Equal("Linked documents in other formats than HTML, PDF and ODF, without such a version on the same page: 2 (doc, xlsx).", result.Evidence[1].Fact);
    }

    [Fact]
    public async Task Readability_is_reckoned_from_running_text_alone()
    {
        // 12 words, 2 of them long, 2 sentences: 12 / 2 + 100 * 2 / 12 = 23.
        const string sentence = "<p>Kommunen svarer på brev innen kort tid. Du får vedtaket i posten.</p>";
        string page = $"<nav><ul><li>Kommunestyremøtereferater.</li></ul></nav><main>{string.Concat(Enumerable.Repeat(sentence, 20))}<p>Les mer</p></main><footer><p>Postboksadresseopplysninger.</p></footer>";

        ObligationResult result = await SeenSite.Of(page).JudgeAsync(new PlainLanguageCheck(), Cancellation);

        Assert.StartsWith("The readability index LIX is 23 (very easy), of 240 words on 1 pages.", Assert.Single(result.Evidence).Fact, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_little_text_has_no_readability()
    {
        ObligationResult result = await SeenSite.Of("<main><p>Kort tekst.</p></main>").JudgeAsync(new PlainLanguageCheck(), Cancellation);

        Assert.StartsWith("There is too little running text", Assert.Single(result.Evidence).Fact, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, 40, 20, 30)]
    [InlineData(100, 100, 1, 200)]
    [InlineData(10, 0, 0, 10)]
    public void Lix_is_words_a_sentence_and_long_words_in_a_hundred(int words, int longWords, int sentences, int lix) =>
        Assert.Equal(lix, PlainLanguageCheck.Lix(words, longWords, sentences));

    [Fact]
    public async Task A_page_of_hostile_texts_is_told_as_text_in_every_language()
    {
        ObligationResult result = await SeenSite.Of("<a href='/hjelp'>{text} &lt;script&gt; {count}</a>").With("/hjelp", "<p>Hei</p>").JudgeAsync(new HelpCheck(), Cancellation);

        Assert.Contains("{text} <script> {count}", Assert.Single(result.Evidence).Texts!.Nb, StringComparison.Ordinal);
    }
}
