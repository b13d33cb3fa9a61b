using System.Net;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>Registering, editing and deregistering agencies and solutions.</summary>
public sealed class RegisterFormTests : FormTests
{
    [Theory]
    [InlineData("", "Skriv inn organisasjonsnummeret")]
    [InlineData("123456789", "Organisasjonsnummeret er ikke gyldig")]
    [InlineData("999 888 771", "Virksomheten er registrert fra før")]
    public async Task An_agency_is_not_registered_with_a_wrong_number_and_what_was_typed_stays(string number, string message)
    {
        FormAnswer answer = await Supervisor.SendAsync(P.NewAgency, P.NewAgency, ("orgNumber", number), ("name", "Min \"etat\""), ("language", "nn"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Min &quot;etat&quot;\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"nn\" selected", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agency_is_registered_changed_and_deregistered()
    {
        OrgNumber number = OrgNumber.Parse("991825827");

        FormAnswer made = await Supervisor.SendAsync(P.NewAgency, P.NewAgency, ("orgNumber", "991 825 827"), ("name", ""), ("language", "en"));
        Assert.Equal(P.Agency(number) + "?done=registered", made.Location);
        Assert.Contains("Virksomheten er registrert.", (await Supervisor.GetAsync(made.Location!)).Text, StringComparison.Ordinal);

        FormAnswer changed = await Supervisor.SendAsync(P.EditAgency(number), P.EditAgency(number), ("name", "Etaten"), ("language", "nb"), ("bodyType", "State"), ("ministry", "on"));
        Assert.Equal(P.Agency(number) + "?done=saved", changed.Location);
        AgencyRow row = (await World.Host.Table<AgencyRow>().FindAsync(AgencyRow.Partition, number.Value, Cancellation))!;
        Assert.Equal(("Etaten", BodyType.State, true, true), (row.Name, row.BodyType!.Value, row.Ministry, row.BodyTypeOverridden));

        FormAnswer empty = await Supervisor.SendAsync(P.EditAgency(number), P.EditAgency(number), ("name", ""), ("language", "nb"));
        Assert.Contains("Skriv inn navnet", empty.Text, StringComparison.Ordinal);

        FormAnswer gone = await Supervisor.SendAsync(P.EditAgency(number), P.DeregisterAgency(number));
        Assert.Equal(P.Agency(number) + "?done=deregistered", gone.Location);
        Assert.Contains("ble avregistrert 24. november 2026", (await Supervisor.GetAsync(P.Agency(number))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_solution_with_faults_says_all_of_them()
    {
        FormAnswer answer = await Supervisor.SendAsync(
            P.NewSolution(World.Agency), P.NewSolution(World.Agency),
            ("name", ""), ("url", "ftp://x"), ("scopePath", "skjema"), ("regulation", "none"), ("maxPages", "mange"), ("intervalHours", "0"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Du må rette 6 feil", answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"mange\"", answer.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://localhost/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://bruker:passord@www.eksempel.no/")]
    [InlineData("https://www.eksempel.no:22/")]
    public async Task An_address_that_may_not_be_scanned_is_refused_in_the_form_too(string url)
    {
        FormAnswer answer = await Supervisor.SendAsync(
            P.NewSolution(World.Agency), P.NewSolution(World.Agency),
            ("name", "Ny"), ("url", url), ("scopePath", ""), ("regulation", "no-public-2024"), ("maxPages", "20"), ("intervalHours", "24"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Du må rette én feil", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("To\nlinjer")]
    [InlineData("Snudd \u202Etxet")]
    public async Task A_name_that_breaks_or_turns_a_line_is_refused(string name)
    {
        FormAnswer answer = await Supervisor.SendAsync(P.EditAgency(World.Agency), P.EditAgency(World.Agency), ("name", name), ("language", "nb"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Skriv navnet på én linje med vanlige tegn", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_solution_is_added_edited_paused_resumed_and_deregistered()
    {
        FormAnswer added = await Supervisor.SendAsync(
            P.NewSolution(World.Agency), P.NewSolution(World.Agency),
            ("name", "Ny"), ("url", "https://ny.eksempel.no/"), ("scopePath", ""), ("regulation", "no-public-2024"), ("maxPages", "20"), ("intervalHours", "24"));
        Assert.EndsWith("?done=solutionAdded", added.Location, StringComparison.Ordinal);
        SolutionId id = SolutionId.Parse(added.Location!.Split('/')[3].Split('?')[0]);

        await Supervisor.SendAsync(
            P.EditSolution(id), P.EditSolution(id),
            ("name", "Nyere"), ("url", "https://ny.eksempel.no/"), ("scopePath", ""), ("regulation", "no-public-2024"), ("maxPages", "20"), ("intervalHours", "24"),
            ("robotsOverrideReason", "Avtalt"));
        await Supervisor.SendAsync(P.Solution(id), P.Pause(id));
        SolutionRow paused = await RowAsync(id);
        Assert.Equal(("Nyere", true, "Avtalt"), (paused.Name, paused.Paused, paused.RobotsOverrideReason));

        await Supervisor.SendAsync(P.Solution(id), P.Resume(id));
        Assert.False((await RowAsync(id)).Paused);
        await Supervisor.SendAsync(P.EditSolution(id), P.DeregisterSolution(id));
        Assert.NotNull((await RowAsync(id)).DeregisteredAt);
    }

    [Fact]
    public async Task Contacts_are_kept_and_a_wrong_one_is_shown_again()
    {
        FormAnswer wrong = await Agency.SendAsync(P.Agency(World.Agency), P.Contacts(World.Agency), ("addresses", "ikke en adresse"), ("version", "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Minst én linje er ikke en gyldig e-postadresse", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("ikke en adresse</textarea>", wrong.Html, StringComparison.Ordinal);

        string version = (await World.Host.Get<RecipientBook>().ReadAsync(World.Agency, Cancellation)).Version;
        FormAnswer saved = await Agency.SendAsync(P.Agency(World.Agency), P.Contacts(World.Agency), ("addresses", "a@b.example\r\nc@d.example"), ("version", version));
        Assert.EndsWith("?done=contactsSaved", saved.Location, StringComparison.Ordinal);
        Assert.Equal(2, (await World.Host.Get<RecipientBook>().ReadAsync(World.Agency, Cancellation)).Contacts.Count);

        FormAnswer late = await Agency.SendAsync(P.Agency(World.Agency), P.Contacts(World.Agency), ("addresses", "e@f.example"), ("version", version));
        Assert.Contains("Noen andre har endret kontaktene", late.Text, StringComparison.Ordinal);
    }

    private async Task<SolutionRow> RowAsync(SolutionId id) =>
        (await World.Host.Table<SolutionRow>().FindAsync(id.Agency.Value, id.ToString(), Cancellation))!;
}
