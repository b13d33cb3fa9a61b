using System.Net;
using System.Text.RegularExpressions;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Obligations;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>Declaring on a page.</summary>
public sealed partial class DeclarationFormTests : FormTests
{
    private const string Link = "https://www.fiktiv.example/erklaering";

    private string Missing => P.Declaration(World.Agency, DeclarationSeeds.Missing);

    private string EndsSoon => P.Declaration(World.Agency, DeclarationSeeds.EndsSoon);

    [Theory]
    [InlineData("", "", "", "", "Sjef", "outcome", "Velg hva virksomheten erklærer")]
    [InlineData("7", "", "", "", "Sjef", "outcome", "Velg hva virksomheten erklærer")]
    [InlineData("Met", "", "", "", "Sjef", "link", "Skriv inn nettadressen der dette kan ses")]
    [InlineData("Met", "javascript:alert(1)", "", "", "Sjef", "link", "Nettadressen må begynne med https:// eller http://")]
    [InlineData("NotMet", "www.fiktiv.example", "", "", "Sjef", "link", "Nettadressen må begynne med https:// eller http://")]
    [InlineData("Planned", "", "", "", "Sjef", "plannedFor", "Velg datoen det er planlagt til")]
    [InlineData("Planned", "", "2026-11-24", "", "Sjef", "plannedFor", "Datoen må være fram i tid")]
    [InlineData("Planned", "", "en dag", "", "Sjef", "plannedFor", "Datoen må være fram i tid")]
    [InlineData("NotMet", "", "2027-11-24", "", "Sjef", "plannedFor", "Ta bort datoen, eller velg at det er planlagt")]
    [InlineData("NotMet", "", "en dag", "", "Sjef", "plannedFor", "Datoen må være fram i tid")]
    [InlineData("NotRelevant", "", "", " ", "Sjef", "reason", "Forklar hvorfor punktet ikke er relevant")]
    [InlineData("NotRelevant", "", "", "\u0007", "Sjef", "reason", "Forklaringen kan ha høyst 400 vanlige tegn")]
    [InlineData("NotMet", "", "", "", "", "responsibleRole", "Skriv hvilken rolle som er ansvarlig")]
    [InlineData("NotMet", "", "", "", "IT\tsjef", "responsibleRole", "Rollen kan ha høyst 100 vanlige tegn")]
    public async Task A_fault_is_told_at_its_field_and_nothing_is_stored(
        string outcome, string link, string date, string reason, string role, string field, string message)
    {
        FormAnswer answer = await DeclareAsync(Agency, Missing, outcome, link, date, reason, role);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains($"<a class=\"ds-link\" href=\"#{field}\">{message}", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Du må rette én feil", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}-error\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains("<title>Feil: ", answer.Html, StringComparison.Ordinal);
        Assert.Null(await StandingAsync(DeclarationSeeds.Missing));
    }

    [Fact]
    public async Task Texts_that_are_too_long_are_refused_and_stay_as_typed()
    {
        FormAnswer answer = await DeclareAsync(
            Agency, Missing, "Met", "https://www.fiktiv.example/" + new string('a', 1000), "", new string('b', 401), new string('c', 101));

        Assert.Contains("Du må rette 3 feil", answer.Text, StringComparison.Ordinal);
        Assert.Contains(new string('b', 401) + "</textarea>", answer.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{new string('c', 101)}\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Met\" selected", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_agency_declares_is_shown_with_its_dates_and_kept_in_the_history()
    {
        FormAnswer done = await DeclareAsync(Agency, Missing, "Planned", "", "2027-03-01", "Først\r\nanskaffelse", "Digitaliseringsdirektør");
        Assert.Equal(Missing + "?done=declared", done.Location);
        World.Host.Clock.Advance(TimeSpan.FromDays(1));
        await DeclareAsync(await SignedInAsync(World.SupervisorKey), Missing, "Met", Link, "", "", "Arkivleder");

        FormClient agency = await SignedInAsync(World.AgencyKey);
        string text = (await agency.GetAsync(Missing)).Text;
        Assert.Contains("25. november 2026 kl. 13.00", text, StringComparison.Ordinal);
        Assert.Contains("25. november 2027 kl. 13.00", text, StringComparison.Ordinal);
        Assert.Contains($"<a class=\"ds-link\" href=\"{Link}\"", text, StringComparison.Ordinal);
        int history = text.IndexOf("id=\"declared\"", StringComparison.Ordinal);
        int newer = text.IndexOf("Arkivleder", history, StringComparison.Ordinal), older = text.IndexOf("Digitaliseringsdirektør", history, StringComparison.Ordinal);
        Assert.InRange(newer, history, older);
        Assert.Contains("Først anskaffelse", text[newer..], StringComparison.Ordinal);
        Assert.Contains("Planlagt til 1. mars 2027", text, StringComparison.Ordinal);

        DeclarationRow stands = (await StandingAsync(DeclarationSeeds.Missing))!;
        Assert.Equal((DeclaredOutcome.Met, "Arkivleder", Role.Supervisor), (stands.Outcome, stands.ResponsibleRole, stands.Role));
        Assert.Contains("Virksomheten erklærer at punktet er oppfylt.", (await agency.GetAsync(P.Compliance(World.Agency))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declaration_made_in_between_is_shown_before_another_replaces_it()
    {
        string seen = FieldOf((await Agency.GetAsync(Missing)).Html, "version");
        await DeclareAsync(Supervisor, Missing, "Met", Link, "", "", "Arkivleder");
        World.Host.Clock.Advance(TimeSpan.FromSeconds(1));

        FormAnswer late = await Agency.SendAsync(Missing, Missing, ("outcome", "NotMet"), ("responsibleRole", "Sjef"), ("version", seen));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("Noen har gitt en egenerklæring i mellomtiden", late.Text, StringComparison.Ordinal);
        Assert.Contains("Arkivleder", late.Text, StringComparison.Ordinal);
        Assert.Equal(DeclaredOutcome.Met, (await StandingAsync(DeclarationSeeds.Missing))!.Outcome);
        FormAnswer again = await Agency.PostAsync(
            Missing, ("outcome", "NotMet"), ("responsibleRole", "Sjef"), ("version", FieldOf(late.Html, "version")), ("formToken", TestHost.FormToken(late.Html)));
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
    }

    [Fact]
    public async Task A_declaration_ages_out_and_is_told_sixty_days_before()
    {
        string page = P.Compliance(World.Agency);
        await DeclareAsync(Agency, Missing, "Met", Link, "", "", "Arkivleder");

        Assert.DoesNotContain("gikk ut", (await Agency.GetAsync(Missing)).Text, StringComparison.Ordinal);
        Assert.Equal(["8. januar 2027"], await EndingAsync());
        string rows = (await Agency.GetAsync(page)).Text;
        foreach (string standing in new[] { ">gikk ut 20.10.2026<", ">teller til 08.01.2027<", ">teller til 24.11.2027<" })
            Assert.Contains(standing, rows, StringComparison.Ordinal);
        World.Host.Clock.Advance(TimeSpan.FromDays(304));
        Assert.Empty(await EndingAsync());
        World.Host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["24. november 2027"], await EndingAsync());
        World.Host.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Empty(await EndingAsync());

        FormClient agency = await SignedInAsync(World.AgencyKey);
        Assert.Contains("3 egenerklæringer mangler eller er gått ut.", (await agency.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.Contains("Egenerklæringen gikk ut 24. november 2027", (await agency.GetAsync(Missing)).Text, StringComparison.Ordinal);

        async Task<IEnumerable<string>> EndingAsync()
        {
            FormAnswer answer = await (await SignedInAsync(World.AgencyKey)).GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            return Ending().Matches(answer.Text).Select(m => m.Groups[1].Value);
        }
    }

    [Fact]
    public async Task What_is_declared_is_shown_as_text()
    {
        foreach (string path in new[] { EndsSoon, P.Compliance(World.Agency) })
        {
            string html = (await Agency.GetAsync(path)).Html;
            Assert.Contains("Se lenken &lt;script&gt;", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        }
        string page = (await Agency.GetAsync(EndsSoon)).Html;
        Assert.Contains("Fordi &lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Sjef &lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Three cookies before any choice &lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://www.fiktiv.example/?a=%22%3E%3Cscript%3Ealert(1)%3C/script%3E\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agency_declares_for_itself_alone()
    {
        string foreign = P.Declaration(TestHost.Foreign, DeclarationSeeds.EndsSoon);

        Assert.Equal(HttpStatusCode.NotFound, (await Agency.GetAsync(foreign)).Status);
        FormAnswer answer = await Agency.SendAsync(Missing, foreign, ("outcome", "NotMet"), ("responsibleRole", "Sjef"), ("version", ""));
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Null(await World.Host.Get<DeclarationBook>().FindAsync(TestHost.Foreign, DeclarationSeeds.EndsSoon, Cancellation));
        Assert.Equal(HttpStatusCode.SeeOther, (await FormClient.With(World.Host).GetAsync(Missing)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Agency.GetAsync(P.Obligations)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Agency.GetAsync(P.Declarations)).Status);
    }

    [Fact]
    public async Task A_form_without_our_token_declares_nothing()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await Agency.PostAsync(Missing, ("outcome", "NotMet"), ("responsibleRole", "Sjef"), ("version", ""))).Status);
        Assert.Null(await StandingAsync(DeclarationSeeds.Missing));
    }

    [Theory]
    [InlineData("1.3-data-catalogue")]
    [InlineData("nonsense")]
    public async Task Only_what_can_be_declared_has_a_page(string obligation)
    {
        string path = P.Declaration(World.Agency, obligation);

        Assert.Equal(HttpStatusCode.NotFound, (await Agency.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Agency.SendAsync(Missing, path, ("outcome", "NotMet"), ("responsibleRole", "Sjef"))).Status);
    }

    [Fact]
    public async Task A_deregistered_agency_declares_nothing_more()
    {
        await World.Host.Get<AgencyRegister>().DeregisterAsync(World.Agency, Cancellation);

        FormAnswer page = await Supervisor.GetAsync(Missing);
        Assert.DoesNotContain("name=\"outcome\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("egenerklæringer mangler", (await Supervisor.GetAsync(P.Compliance(World.Agency))).Text, StringComparison.Ordinal);
        FormAnswer answer = await Supervisor.SendAsync(Missing, Missing, ("outcome", "NotMet"), ("responsibleRole", "Sjef"), ("version", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Null(await StandingAsync(DeclarationSeeds.Missing));
    }

    private static async Task<FormAnswer> DeclareAsync(
        FormClient client, string page, string outcome, string link, string date, string reason, string role)
    {
        string version = FieldOf((await client.GetAsync(page)).Html, "version");
        return await client.SendAsync(
            page, page, ("outcome", outcome), ("link", link), ("plannedFor", date), ("reason", reason), ("responsibleRole", role), ("version", version));
    }

    private static string FieldOf(string html, string name) =>
        WebUtility.HtmlDecode(Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);

    // Sessions end long before declarations do.
    private async Task<FormClient> SignedInAsync(string key) => new(await World.Host.BrowserAsync(key));

    private Task<DeclarationRow?> StandingAsync(string obligation) =>
        World.Host.Get<DeclarationBook>().FindAsync(World.Agency, obligation, Cancellation);

    [GeneratedRegex("</a> går ut ([^<]*)</li>")]
    private static partial Regex Ending();
}
