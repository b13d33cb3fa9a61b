using Azure;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Tests.Scans;
using Xunit;

namespace Monitor.Shared.Tests.Agencies;

public sealed class RegisterTests
{
    private static readonly OrgNumber Other = OrgNumber.Parse("974760673");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly SolutionDraft Draft = new("Søk", "https://sok.example.test/");

    [Fact]
    public async Task A_registered_agency_is_asked_about_at_once()
    {
        await using var world = new ScanWorld();
        Registration<AgencyRow> done = await world.Get<AgencyRegister>().RegisterAsync(Other, new AgencyDraft(" Brønnøysund "), Cancellation);
        Assert.Equal(("Brønnøysund", null, false), (done.Row!.Name, done.Row.BodyType, done.Row.BodyTypeOverridden));
        Assert.Equal(Other, Assert.Single(world.Queues.Of<CheckAgencyMessage>()).Agency);
    }

    [Fact]
    public async Task The_same_agency_twice_is_a_duplicate_unless_it_was_deregistered()
    {
        await using ScanWorld world = await new ScanWorld().RegisterAsync();
        var register = world.Get<AgencyRegister>();
        Assert.Equal(ProblemCodes.Duplicate, Assert.Single((await register.RegisterAsync(ScanWorld.Agency, new AgencyDraft("x"), Cancellation)).Problems).Code);
        await register.DeregisterAsync(ScanWorld.Agency, Cancellation);
        Registration<AgencyRow> again = await register.RegisterAsync(ScanWorld.Agency, new AgencyDraft("x", BodyType.State), Cancellation);
        Assert.Equal((null, BodyType.State, true), (again.Row!.DeregisteredAt, again.Row.BodyType, again.Row.BodyTypeOverridden));
    }

    [Theory]
    [InlineData("", ProblemCodes.NameMissing)]
    [InlineData("  ", ProblemCodes.NameMissing)]
    public async Task An_agency_needs_a_name(string name, string code)
    {
        await using ScanWorld world = await new ScanWorld().RegisterAsync();
        var register = world.Get<AgencyRegister>();
        Assert.Equal(code, Assert.Single((await register.RegisterAsync(Other, new AgencyDraft(name), Cancellation)).Problems).Code);
        Assert.Equal(code, Assert.Single((await register.UpdateAsync(ScanWorld.Agency, new AgencyDraft(name), null, Cancellation)).Problems).Code);
    }

    [Fact]
    public async Task A_change_is_made_to_the_version_that_was_read()
    {
        await using ScanWorld world = await new ScanWorld().RegisterAsync();
        var agencies = world.Get<AgencyRegister>();
        ETag read = (await agencies.FindAsync(ScanWorld.Agency, Cancellation))!.ETag;
        Assert.Equal("Ny", (await agencies.UpdateAsync(ScanWorld.Agency, new AgencyDraft("Ny"), read, Cancellation)).Row!.Name);
        Assert.Equal(ProblemCodes.Changed, Assert.Single((await agencies.UpdateAsync(ScanWorld.Agency, new AgencyDraft("Sein"), read, Cancellation)).Problems).Code);
        Assert.Equal(ProblemCodes.NotFound, Assert.Single((await agencies.UpdateAsync(Other, new AgencyDraft("x"), null, Cancellation)).Problems).Code);

        var solutions = world.Get<SolutionRegister>();
        read = (await solutions.FindAsync(world.Solution, Cancellation))!.ETag;
        Assert.Equal("Søk", (await solutions.UpdateAsync(world.Solution, Draft, "key", read, Cancellation)).Row!.Name);
        Assert.Equal(ProblemCodes.Changed, Assert.Single((await solutions.UpdateAsync(world.Solution, Draft, "key", read, Cancellation)).Problems).Code);
        Assert.Equal(ProblemCodes.NotFound, Assert.Single((await solutions.UpdateAsync(SolutionId.New(Other), Draft, "key", null, Cancellation)).Problems).Code);
    }

    [Fact]
    public async Task Deregistering_an_agency_deregisters_its_solutions_and_keeps_them()
    {
        await using ScanWorld world = await new ScanWorld().RegisterAsync();
        AgencyRow? gone = await world.Get<AgencyRegister>().DeregisterAsync(ScanWorld.Agency, Cancellation);
        Assert.NotNull(gone!.DeregisteredAt);
        Assert.NotNull((await world.SolutionAsync()).DeregisteredAt);
        Assert.Null(await world.Get<AgencyRegister>().FindAsync(ScanWorld.Agency, Cancellation));
        Assert.Null(await world.Get<SolutionRegister>().FindAsync(world.Solution, Cancellation));
        Assert.Null(await world.Get<SolutionRegister>().PauseAsync(world.Solution, true, Cancellation));
        Assert.Null(await world.Get<AgencyRegister>().DeregisterAsync(Other, Cancellation));
        Assert.Equal(ProblemCodes.NotFound, Assert.Single((await world.Get<SolutionRegister>().AddAsync(ScanWorld.Agency, Draft, "key", Cancellation)).Problems).Code);
    }

    [Fact]
    public async Task A_solution_is_due_at_once_and_known_by_address_and_scope()
    {
        await using ScanWorld world = await new ScanWorld().RegisterAsync();
        var register = world.Get<SolutionRegister>();
        Registration<SolutionRow> added = await register.AddAsync(ScanWorld.Agency, Draft with { RobotsOverrideReason = "avtalt" }, "key1", Cancellation);
        Assert.Equal((world.Clock.GetUtcNow(), "avtalt", "key1"), (added.Row!.NextDueAt, added.Row.RobotsOverrideReason, added.Row.RobotsOverrideBy));
        Assert.Equal(ProblemCodes.Duplicate, Assert.Single((await register.AddAsync(ScanWorld.Agency, Draft, "key", Cancellation)).Problems).Code);
        Assert.Equal(ProblemCodes.Duplicate, Assert.Single((await register.UpdateAsync(world.Solution, Draft, "key", null, Cancellation)).Problems).Code);
        Assert.NotNull((await register.AddAsync(ScanWorld.Agency, Draft with { Url = "https://sok.example.test/a/b", ScopePath = "/a" }, "key", Cancellation)).Row);

        await register.DeregisterAsync(added.Row.Id, Cancellation);
        Assert.NotNull((await register.AddAsync(ScanWorld.Agency, Draft, "key", Cancellation)).Row);
    }

    [Fact]
    public async Task A_shorter_interval_takes_hold_at_once_and_an_override_keeps_who_decided_it()
    {
        await using ScanWorld world = await new ScanWorld().RegisterAsync();
        var register = world.Get<SolutionRegister>();
        await world.Get<ScanScheduler>().RunAsync(Cancellation);
        Registration<SolutionRow> changed = await register.UpdateAsync(world.Solution, Draft with { IntervalHours = 24, RobotsOverrideReason = "avtalt" }, "key1", null, Cancellation);
        Assert.Equal(world.Clock.GetUtcNow().AddHours(24), changed.Row!.NextDueAt);
        changed = await register.UpdateAsync(world.Solution, Draft with { IntervalHours = 500, RobotsOverrideReason = "avtalt" }, "key2", null, Cancellation);
        Assert.Equal(("key1", world.Clock.GetUtcNow().AddHours(24)), (changed.Row!.RobotsOverrideBy, changed.Row.NextDueAt));
        changed = await register.UpdateAsync(world.Solution, Draft, "key2", null, Cancellation);
        Assert.Null(changed.Row!.RobotsOverrideBy);
    }

    [Theory]
    [InlineData("ftp://example.test/", "url", ProblemCodes.InvalidUrl)]
    [InlineData("/relative", "url", ProblemCodes.InvalidUrl)]
    [InlineData("https:///", "url", ProblemCodes.InvalidUrl)]
    [InlineData("https://user:pw@example.test/", "url", ProblemCodes.InvalidUrl)]
    [InlineData("javascript:alert(1)", "url", ProblemCodes.InvalidUrl)]
    [InlineData("", "url", ProblemCodes.InvalidUrl)]
    public void An_address_must_be_one_that_can_be_scanned(string url, string field, string code) =>
        Assert.Equal([new RegistrationProblem(field, code)], SolutionDraftCheck.Problems(Draft with { Url = url }));

    public static TheoryData<string, string, string> Limits => new()
    {
        { "name", "name", ProblemCodes.NameMissing },
        { "long name", "name", ProblemCodes.NameTooLong },
        { "long url", "url", ProblemCodes.InvalidUrl },
        { "no pages", "maxPages", ProblemCodes.MaxPagesOutOfRange },
        { "201 pages", "maxPages", ProblemCodes.MaxPagesOutOfRange },
        { "0 hours", "intervalHours", ProblemCodes.IntervalOutOfRange },
        { "8761 hours", "intervalHours", ProblemCodes.IntervalOutOfRange },
        { "regulation", "regulation", ProblemCodes.UnknownRegulation },
        { "scope without slash", "scopePath", ProblemCodes.InvalidScopePath },
        { "scope with query", "scopePath", ProblemCodes.InvalidScopePath },
        { "start outside the scope", "scopePath", ProblemCodes.InvalidScopePath },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Each_limit_has_its_code(string what, string field, string code)
    {
        SolutionDraft draft = what switch
        {
            "name" => Draft with { Name = " " },
            "long name" => Draft with { Name = new string('x', 201) },
            "long url" => Draft with { Url = "https://example.test/" + new string('x', 2048) },
            "no pages" => Draft with { MaxPages = 0 },
            "201 pages" => Draft with { MaxPages = 201 },
            "0 hours" => Draft with { IntervalHours = 0 },
            "8761 hours" => Draft with { IntervalHours = 8761 },
            "regulation" => Draft with { Regulation = "no-moon-1969" },
            "scope without slash" => Draft with { ScopePath = "a" },
            "scope with query" => Draft with { ScopePath = "/?a" },
            _ => Draft with { ScopePath = "/elsewhere" },
        };
        Assert.Equal([new RegistrationProblem(field, code)], SolutionDraftCheck.Problems(draft));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once() => Assert.Equal(
        ["name", "url", "regulation", "maxPages", "intervalHours"],
        SolutionDraftCheck.Problems(new SolutionDraft("", "x", "/", "y", 0, 0)).Select(p => p.Field));

    [Theory]
    [InlineData("https://example.test", "https://example.test/")]
    [InlineData(" https://example.test/a#b ", "https://example.test/a")]
    [InlineData("https://blåbær.example.test/", "https://xn--blbr-roah.example.test/")]
    [InlineData("http://example.test:8080/?q=1", "http://example.test:8080/?q=1")]
    public async Task An_address_is_stored_in_one_form(string typed, string stored)
    {
        await using ScanWorld world = await new ScanWorld().RegisterAsync();
        Registration<SolutionRow> added = await world.Get<SolutionRegister>().AddAsync(ScanWorld.Agency, Draft with { Url = typed, ScopePath = "/" }, "key", Cancellation);
        // The world's own solution has the plain address already.
        Assert.Equal(stored == "https://example.test/" ? null : stored, added.Row?.Url);
    }
}
