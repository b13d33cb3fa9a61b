using System.Net;
using Monitor.Functions.Dashboard;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>What the forms do: clear errors with what was typed kept, and after success another page.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private static readonly Paths P = new(Language.Nb);
    private DashboardWorld world = null!;
    private FormClient supervisor = null!;
    private FormClient agency = null!;

    public async ValueTask InitializeAsync()
    {
        world = await DashboardWorld.StartAsync();
        supervisor = new FormClient(await world.Host.BrowserAsync(world.SupervisorKey));
        agency = new FormClient(await world.Host.BrowserAsync(world.AgencyKey));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signing_in_opens_a_session_and_leads_back_to_where_one_came_from()
    {
        FormAnswer answer = await FormClient.With(world.Host).SendAsync(
            P.SignIn + "?return=%2Fnb%2Ftasks", P.SignIn, ("key", world.SupervisorKey), ("return", "/nb/tasks"));

        Assert.Equal((HttpStatusCode.SeeOther, "/nb/tasks"), (answer.Status, answer.Location));
        Assert.Contains(answer.Cookies, c => c.StartsWith("monitor=", StringComparison.Ordinal) && c.Contains("httponly", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("")]
    public async Task Signing_in_never_leads_elsewhere(string wanted)
    {
        FormAnswer answer = await FormClient.With(world.Host).SendAsync(P.SignIn, P.SignIn, ("key", world.SupervisorKey), ("return", wanted));

        Assert.Equal("/nb", answer.Location);
    }

    [Theory]
    [InlineData("", "Skriv inn nøkkelen")]
    [InlineData("mon_wrong", "Nøkkelen er feil")]
    public async Task A_wrong_key_is_said_at_its_field_and_never_sent_back(string key, string message)
    {
        FormAnswer answer = await FormClient.With(world.Host).SendAsync(P.SignIn, P.SignIn, ("key", key), ("return", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("<title>Feil: Logg inn", answer.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#key\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mon_wrong", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        FormAnswer answer = await supervisor.SendAsync(P.Tasks, P.SignOut);

        Assert.Equal("/nb/sign-in?done=signedOut", answer.Location);
        Assert.Equal(HttpStatusCode.SeeOther, (await supervisor.GetAsync(P.Tasks)).Status);
    }

    [Theory]
    [InlineData("", "Skriv inn organisasjonsnummeret")]
    [InlineData("123456789", "Organisasjonsnummeret er ikke gyldig")]
    [InlineData("999 888 771", "Virksomheten er registrert fra før")]
    public async Task An_agency_is_not_registered_with_a_wrong_number_and_what_was_typed_stays(string number, string message)
    {
        FormAnswer answer = await supervisor.SendAsync(P.NewAgency, P.NewAgency, ("orgNumber", number), ("name", "Min \"etat\""), ("language", "nn"));

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

        FormAnswer made = await supervisor.SendAsync(P.NewAgency, P.NewAgency, ("orgNumber", "991 825 827"), ("name", ""), ("language", "en"));
        Assert.Equal(P.Agency(number) + "?done=registered", made.Location);
        Assert.Contains("Virksomheten er registrert.", (await supervisor.GetAsync(made.Location!)).Text, StringComparison.Ordinal);

        FormAnswer changed = await supervisor.SendAsync(P.EditAgency(number), P.EditAgency(number), ("name", "Etaten"), ("language", "nb"), ("bodyType", "State"), ("ministry", "on"));
        Assert.Equal(P.Agency(number) + "?done=saved", changed.Location);
        AgencyRow row = (await world.Host.Table<AgencyRow>().FindAsync(AgencyRow.Partition, number.Value, Cancellation))!;
        Assert.Equal(("Etaten", BodyType.State, true, true), (row.Name, row.BodyType!.Value, row.Ministry, row.BodyTypeOverridden));

        FormAnswer empty = await supervisor.SendAsync(P.EditAgency(number), P.EditAgency(number), ("name", ""), ("language", "nb"));
        Assert.Contains("Skriv inn navnet", empty.Text, StringComparison.Ordinal);

        FormAnswer gone = await supervisor.SendAsync(P.EditAgency(number), P.DeregisterAgency(number));
        Assert.Equal(P.Agency(number) + "?done=deregistered", gone.Location);
        Assert.Contains("ble avregistrert 24. november 2026", (await supervisor.GetAsync(P.Agency(number))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_solution_with_faults_says_all_of_them()
    {
        FormAnswer answer = await supervisor.SendAsync(
            P.NewSolution(world.Agency), P.NewSolution(world.Agency),
            ("name", ""), ("url", "ftp://x"), ("scopePath", "skjema"), ("regulation", "none"), ("maxPages", "mange"), ("intervalHours", "0"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Du må rette 6 feil", answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"mange\"", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_solution_is_added_edited_paused_resumed_and_deregistered()
    {
        FormAnswer added = await supervisor.SendAsync(
            P.NewSolution(world.Agency), P.NewSolution(world.Agency),
            ("name", "Ny"), ("url", "https://ny.example/"), ("scopePath", ""), ("regulation", "no-public-2024"), ("maxPages", "20"), ("intervalHours", "24"));
        Assert.EndsWith("?done=solutionAdded", added.Location, StringComparison.Ordinal);
        SolutionId id = SolutionId.Parse(added.Location!.Split('/')[3].Split('?')[0]);

        await supervisor.SendAsync(
            P.EditSolution(id), P.EditSolution(id),
            ("name", "Nyere"), ("url", "https://ny.example/"), ("scopePath", ""), ("regulation", "no-public-2024"), ("maxPages", "20"), ("intervalHours", "24"),
            ("robotsOverrideReason", "Avtalt"));
        await supervisor.SendAsync(P.Solution(id), P.Pause(id));
        SolutionRow paused = await RowAsync(id);
        Assert.Equal(("Nyere", true, "Avtalt"), (paused.Name, paused.Paused, paused.RobotsOverrideReason));

        await supervisor.SendAsync(P.Solution(id), P.Resume(id));
        Assert.False((await RowAsync(id)).Paused);
        await supervisor.SendAsync(P.EditSolution(id), P.DeregisterSolution(id));
        Assert.NotNull((await RowAsync(id)).DeregisteredAt);
    }

    [Fact]
    public async Task Scan_now_leads_to_the_scan_and_a_running_one_can_be_stopped()
    {
        FormAnswer ordered = await agency.SendAsync(P.Solution(world.Unmeasured), P.ScanNow(world.Unmeasured));

        Assert.StartsWith("/nb/scans/", ordered.Location, StringComparison.Ordinal);
        ScanId scan = ScanId.Parse(ordered.Location!.Split('/')[3].Split('?')[0]);
        Assert.Equal(scan, Assert.Single(world.Host.Queues.Of<StartScanMessage>()).Scan);

        FormAnswer stopped = await supervisor.SendAsync(P.Scan(scan), P.StopScan(scan));
        Assert.Equal(P.Scan(scan) + "?done=scanStopped", stopped.Location);
        Assert.True((await world.Host.Table<ScanRow>().FindAsync(world.Unmeasured.ToString(), scan.ToString(), Cancellation))!.StopRequested);
    }

    [Fact]
    public async Task A_scan_that_runs_already_is_shown_instead_of_another()
    {
        FormAnswer answer = await supervisor.SendAsync(P.Solution(world.Solution), P.ScanNow(world.Solution));

        Assert.StartsWith(P.Scan(world.Running), answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contacts_are_kept_and_a_wrong_one_is_shown_again()
    {
        FormAnswer wrong = await agency.SendAsync(P.Agency(world.Agency), P.Contacts(world.Agency), ("addresses", "ikke en adresse"), ("version", "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Minst én linje er ikke en gyldig e-postadresse", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("ikke en adresse</textarea>", wrong.Html, StringComparison.Ordinal);

        string version = (await world.Host.Get<RecipientBook>().ReadAsync(world.Agency, Cancellation)).Version;
        FormAnswer saved = await agency.SendAsync(P.Agency(world.Agency), P.Contacts(world.Agency), ("addresses", "a@b.example\r\nc@d.example"), ("version", version));
        Assert.EndsWith("?done=contactsSaved", saved.Location, StringComparison.Ordinal);
        Assert.Equal(2, (await world.Host.Get<RecipientBook>().ReadAsync(world.Agency, Cancellation)).Contacts.Count);

        FormAnswer late = await agency.SendAsync(P.Agency(world.Agency), P.Contacts(world.Agency), ("addresses", "e@f.example"), ("version", version));
        Assert.Contains("Noen andre har endret kontaktene", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_sets_a_finding_aside_and_takes_it_in_again()
    {
        FormAnswer faults = await supervisor.SendAsync(
            P.Finding(world.Solution, world.Finding), P.SetAside(world.Solution, world.Finding), ("reason", ""), ("comment", ""), ("until", "2026-11-23"));
        Assert.Contains("Du må rette 3 feil", faults.Text, StringComparison.Ordinal);

        FormAnswer done = await supervisor.SendAsync(
            P.Finding(world.Solution, world.Finding), P.SetAside(world.Solution, world.Finding),
            ("reason", "FalsePositive"), ("comment", "Bildet er pynt"), ("until", "2026-12-31"));
        Assert.EndsWith("?done=setAside", done.Location, StringComparison.Ordinal);
        FindingRow aside = await FindingAsync();
        Assert.Equal((SetAsideReason.FalsePositive, "Bildet er pynt", new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero)),
            (aside.SetAsideReason!.Value, aside.SetAsideComment, aside.SetAsideUntil!.Value));
        Assert.Equal(FindingState.New, aside.State);

        await supervisor.SendAsync(P.Finding(world.Solution, world.Finding), P.EndSetAside(world.Solution, world.Finding));
        Assert.Null((await FindingAsync()).SetAsideReason);
    }

    [Fact]
    public async Task An_agency_asks_and_the_supervisor_decides()
    {
        string finding = Fingerprint.For("label", "Persisting");
        FormAnswer asked = await agency.SendAsync(
            P.Finding(world.Solution, finding), P.SetAside(world.Solution, finding), ("reason", "PlannedRepair"), ("comment", "Rettes i januar"), ("until", "2027-01-31"));
        Assert.EndsWith("?done=setAsideRequested", asked.Location, StringComparison.Ordinal);

        TaskRow task = await TaskAsync(t => t.Subject == FindingRow.KeyOf(world.Solution, finding));
        FormAnswer accepted = await supervisor.SendAsync(P.Tasks, P.DecideTask(task.RowKey, accept: true));
        Assert.Equal(P.Tasks + "?done=accepted", accepted.Location);
        FindingRow row = (await world.Host.Table<FindingRow>().FindAsync(world.Agency.Value, FindingRow.KeyOf(world.Solution, finding), Cancellation))!;
        Assert.Equal("Rettes i januar", row.SetAsideComment);
    }

    [Fact]
    public async Task A_task_is_rejected_once()
    {
        TaskRow task = await TaskAsync(t => t.Kind == TaskKind.Poison && t.State == TaskState.Open);

        Assert.Equal(P.Tasks + "?done=rejected", (await supervisor.SendAsync(P.Tasks, P.DecideTask(task.RowKey, accept: false))).Location);
        Assert.Equal(P.Tasks + "?done=decidedBefore", (await supervisor.SendAsync(P.Tasks, P.DecideTask(task.RowKey, accept: true))).Location);
    }

    [Fact]
    public async Task A_key_is_shown_once_and_revoked()
    {
        FormAnswer made = await supervisor.SendAsync(P.Keys, P.Keys, ("name", "Til kommunen"), ("role", "Agency"), ("orgNumber", world.Agency.Value), ("expires", ""));
        Assert.Equal(HttpStatusCode.OK, made.Status);
        string secret = System.Text.RegularExpressions.Regex.Match(made.Html, "mon_[a-z2-7]+_[a-z2-7]+").Value;
        KeyRow key = (await world.Host.Get<KeyStore>().FindAsync(secret, Cancellation))!;
        Assert.Equal(world.Agency.Value, key.OrgNumber);
        Assert.DoesNotContain(secret, (await supervisor.GetAsync(P.Keys)).Html, StringComparison.Ordinal);

        Assert.Equal(P.Keys + "?done=keyRevoked", (await supervisor.SendAsync(P.Keys, P.RevokeKey(key.RowKey))).Location);
        Assert.Null(await world.Host.Get<KeyStore>().FindAsync(secret, Cancellation));
    }

    [Theory]
    [InlineData("", "Agency", "999888771", "", "Skriv hvem eller hva nøkkelen er til")]
    [InlineData("x", "Agency", "", "", "Skriv organisasjonsnummeret til virksomheten")]
    [InlineData("x", "Agency", "991825827", "", "Virksomheten er ikke registrert")]
    [InlineData("x", "Supervisor", "999888771", "", "En nøkkel til tilsynet har ikke noe organisasjonsnummer")]
    [InlineData("x", "Emperor", "", "", "Velg en rolle")]
    [InlineData("x", "Supervisor", "", "2026-11-23", "Datoen må være fra i dag og framover")]
    public async Task A_key_with_faults_is_not_made(string name, string role, string orgNumber, string expires, string message)
    {
        FormAnswer answer = await supervisor.SendAsync(P.Keys, P.Keys, ("name", name), ("role", role), ("orgNumber", orgNumber), ("expires", expires));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_revokes_the_key_that_is_signed_in_with()
    {
        KeyRow own = (await world.Host.Get<KeyStore>().FindAsync(world.SupervisorKey, Cancellation))!;

        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.SendAsync(P.Keys, P.RevokeKey(own.RowKey))).Status);
    }

    [Fact]
    public async Task Consent_is_shown_by_GET_and_given_by_POST_without_cookie_or_token()
    {
        FormClient nobody = FormClient.With(world.Host);
        Assert.Contains("Ja, send meg e-post", (await nobody.GetAsync(P.OptIn(world.OptInToken))).Text, StringComparison.Ordinal);
        Assert.Equal(ConsentState.Asked, await ConsentAsync());

        Assert.Contains("Takk.", (await nobody.PostAsync(P.OptIn(world.OptInToken))).Text, StringComparison.Ordinal);
        Assert.Equal(ConsentState.Confirmed, await ConsentAsync());

        await nobody.GetAsync(P.Unsubscribe(world.UnsubscribeToken));
        Assert.Equal(ConsentState.Confirmed, await ConsentAsync());
        Assert.Contains("Du er meldt av", (await nobody.PostAsync(P.Unsubscribe(world.UnsubscribeToken), ("List-Unsubscribe", "One-Click"))).Text, StringComparison.Ordinal);
        Assert.Equal(ConsentState.Unsubscribed, await ConsentAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.PostAsync(P.Unsubscribe("nonsense"))).Status);
    }

    [Fact]
    public async Task A_form_without_our_token_changes_nothing()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.PostAsync(P.Pause(world.Solution))).Status);
        Assert.False((await RowAsync(world.Solution)).Paused);
    }

    [Fact]
    public async Task An_agency_cannot_do_what_only_a_supervisor_may()
    {
        string page = P.Agency(world.Agency);

        Assert.Equal(HttpStatusCode.NotFound, (await agency.SendAsync(page, P.Pause(world.Solution))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agency.SendAsync(page, P.StopScan(world.Running))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agency.SendAsync(page, P.DeregisterAgency(world.Agency))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agency.SendAsync(page, P.Contacts(TestHost.Foreign), ("addresses", "a@b.example"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agency.GetAsync(P.Tasks)).Status);
        Assert.False((await RowAsync(world.Solution)).Paused);
    }

    [Fact]
    public async Task Evidence_is_for_those_who_may_see_the_finding()
    {
        string path = P.Evidence(world.Solution, world.Finding, PageKey.For("https://www.fiktiv.example/1"));

        Assert.Equal("image/png", (await agency.GetAsync(path)).ContentType);
        Assert.Equal(HttpStatusCode.SeeOther, (await FormClient.With(world.Host).GetAsync(path)).Status);
        FormClient foreign = new(await world.Host.BrowserAsync(await world.Host.AgencyKeyAsync(TestHost.Foreign)));
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agency.GetAsync(P.Evidence(world.Solution, world.Finding, PageKey.For("https://www.fiktiv.example/2")))).Status);
    }

    [Fact]
    public async Task An_agency_begins_at_its_own_page()
    {
        Assert.Equal(P.Agency(world.Agency), (await agency.GetAsync(P.Overview)).Location);
    }

    private async Task<SolutionRow> RowAsync(SolutionId id) =>
        (await world.Host.Table<SolutionRow>().FindAsync(id.Agency.Value, id.ToString(), Cancellation))!;

    private async Task<FindingRow> FindingAsync() =>
        (await world.Host.Table<FindingRow>().FindAsync(world.Agency.Value, FindingRow.KeyOf(world.Solution, world.Finding), Cancellation))!;

    private async Task<ConsentState> ConsentAsync() =>
        Assert.Single((await world.Host.Get<RecipientBook>().ReadAsync(world.Agency, Cancellation)).Contacts).State;

    private async Task<TaskRow> TaskAsync(Func<TaskRow, bool> wanted)
    {
        await foreach (TaskRow task in world.Host.Table<TaskRow>().ReadAsync(TaskRow.Partition, "", Cancellation))
        {
            if (wanted(task))
                return task;
        }
        throw new InvalidOperationException("No such task.");
    }
}
