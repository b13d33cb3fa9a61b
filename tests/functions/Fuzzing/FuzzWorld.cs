using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Functions.Access;
using Monitor.Functions.Api.Agencies;
using Monitor.Functions.Api.Contacts;
using Monitor.Functions.Api.Declarations;
using Monitor.Functions.Api.Description;
using Monitor.Functions.Api.Findings;
using Monitor.Functions.Api.Keys;
using Monitor.Functions.Api.Solutions;
using Monitor.Functions.Api.Tasks;
using Monitor.Functions.Dashboard.Assets;
using Monitor.Functions.Tests.Dashboard;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Tests.Fuzzing;

/// <summary>A host with something behind every route, and for each route a request that is answered well: what fuzzing starts from.</summary>
internal sealed class FuzzWorld : IAsyncDisposable
{
    /// <summary>A valid number that nobody has registered.</summary>
    public const string Unregistered = "310000108";

    private static readonly Dictionary<Type, object> Bodies = new()
    {
        [typeof(NewAgencyInput)] = new NewAgencyInput(Unregistered, "Prøvebygd kommune", Monitor.Shared.Agencies.BodyType.Municipality, false, Language.Nn),
        [typeof(AgencyInput)] = new AgencyInput("Nytt navn", null, null, Language.Nb),
        [typeof(ContactsInput)] = new ContactsInput(["post@eksempel.example"]),
        [typeof(DeclarationInput)] = new DeclarationInput(DeclaredOutcome.Met, null, null, "https://eksempel.example/her"),
        [typeof(SetAsideInput)] = new SetAsideInput(SetAsideReason.FalsePositive, "Ingen feil", TestHost.Start.AddDays(30)),
        [typeof(SolutionInput)] = new SolutionInput("Ny løsning", "https://ny.eksempel.no/", "/", null, 10, 24, false, null),
        [typeof(KeyInput)] = new KeyInput(Role.Agency, TestHost.Own.Value, "Nøkkel", TestHost.Start.AddDays(90)),
    };

    private readonly Dictionary<Reader, HttpClient> clients = [];
    private readonly Dictionary<Reader, string> tokens = [];
    private IReadOnlyList<PageForm> forms = [];
    private string keyId = "";

    private FuzzWorld(DashboardWorld world, ConcurrentQueue<string> errors) => (World, Errors) = (world, errors);

    public DashboardWorld World { get; }

    /// <summary>What was logged as an error.</summary>
    public ConcurrentQueue<string> Errors { get; }

    public static async Task<FuzzWorld> StartAsync()
    {
        ConcurrentQueue<string> errors = [];
        var world = new FuzzWorld(
            await DashboardWorld.StartAsync(services =>
            {
                services.AddSingleton<ILoggerProvider>(new ErrorLog(errors));
                services.AddSingleton(typeof(ITable<>), typeof(StrictTable<>));
                services.AddSingleton<IBlobs>(s => new StrictBlobs(s.GetRequiredService<Monitor.Tests.Support.MemoryBlobs>()));
            }),
            errors);
        await world.PrepareAsync();
        return world;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    /// <summary>The request that a route answers well.</summary>
    public async Task<RawRequest> BaselineAsync(HttpRoute route) => route.IsApi
        ? await ApiBaselineAsync(route)
        : route.Method == "POST" ? await FormBaselineAsync(route) : PageBaseline(route);

    private static Obligation DeclaredAlready => ObligationCatalogue.Current.Obligations.First(o => o.Declarable);

    private static Obligation NotDeclared => ObligationCatalogue.Current.Obligations.Last(o => o.Declarable);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task PrepareAsync()
    {
        clients[Reader.Nobody] = World.Host.Client();
        clients[Reader.Agency] = await SignInAsync(Reader.Agency, World.AgencyKey);
        clients[Reader.Supervisor] = await SignInAsync(Reader.Supervisor, World.SupervisorKey);
        keyId = (await World.Host.Get<KeyStore>().CreateAsync(Role.Agency, World.Agency, "Annen", "local", null, Cancellation)).Row.RowKey;
        await World.Host.Get<DeclarationBook>().DeclareAsync(
            World.Agency, DeclaredAlready.JudgedAs, new DeclarationRow { Outcome = DeclaredOutcome.NotMet, Who = keyId }, null, Cancellation);
        forms = await FormBook.ReadAsync(World, reader => clients[reader]);
    }

    private async Task<HttpClient> SignInAsync(Reader reader, string key)
    {
        KeyRow row = (await World.Host.Get<KeyStore>().FindAsync(key, Cancellation))!;
        tokens[reader] = await World.Host.Get<SessionStore>().CreateAsync(row, Cancellation);
        HttpClient client = World.Host.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{BrowserSessions.PlainCookie}={tokens[reader]}");
        return client;
    }

    private RawRequest PageBaseline(HttpRoute route)
    {
        RawRequest request = Request(route);
        request.SetHeader("Cookie", $"{BrowserSessions.PlainCookie}={tokens[Reader.Supervisor]}");
        request.SetHeader("Accept-Language", "nn, en;q=0.5");
        return request;
    }

    private async Task<RawRequest> ApiBaselineAsync(HttpRoute route)
    {
        ApiOperation operation = ApiOperations.All.Single(o => o.Function == route.Function);
        RawRequest request = Request(route);
        request.SetHeader("Authorization", $"Bearer {World.SupervisorKey}");
        if (operation.Paged)
            request.Query.Add("limit=10");
        if (operation.Versioned)
        {
            string read = request.Target.Replace("/set-aside", "", StringComparison.Ordinal);
            HttpResponseMessage standing = await World.Host.Client(World.SupervisorKey).GetAsync(read, Cancellation);
            request.SetHeader("If-Match", standing.Headers.ETag?.ToString() ?? throw new InvalidOperationException($"{read} has no version."));
        }
        if (operation.Body is { } body)
        {
            object value = Bodies.GetValueOrDefault(body) ?? throw new NotSupportedException($"Name a valid {body.Name} in {nameof(FuzzWorld)}, so that {route.Function} is fuzzed.");
            request.Body = JsonSerializer.SerializeToUtf8Bytes(value, body, MonitorJson.Options);
            request.SetHeader("Content-Type", "application/json");
        }
        return request;
    }

    private async Task<RawRequest> FormBaselineAsync(HttpRoute route)
    {
        // A supervisor sees more of a form than an agency does; the best one is that with most in it.
        PageForm form = forms.Where(f => route.Takes(f.Action)).OrderByDescending(f => f.Reader).ThenByDescending(f => f.Fields.Count).FirstOrDefault()
            ?? throw new NotSupportedException($"No page in {nameof(DashboardPages)} shows the form of {route.Function}, so it is not fuzzed.");
        HttpResponseMessage page = await clients[form.Reader].GetAsync(form.Page, Cancellation);
        string token = TestHost.FormToken(await page.Content.ReadAsStringAsync(Cancellation));
        string[] cookies =
        [
            .. page.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set) ? set.Select(c => c.Split(';')[0]) : [],
            .. form.Reader == Reader.Nobody ? Array.Empty<string>() : [$"{BrowserSessions.PlainCookie}={tokens[form.Reader]}"],
        ];
        var request = new RawRequest { Method = "POST", Segments = form.Action.Split('?')[0].TrimStart('/').Split('/') };
        request.SetHeader("Cookie", string.Join("; ", cookies));
        request.SetHeader("Content-Type", "application/x-www-form-urlencoded");
        request.Body = Encoding.ASCII.GetBytes(string.Join('&', form.Fields.Select(f =>
            $"{Nasty.Escape(f.Name)}={Nasty.Escape(f.Name == "formToken" ? token : f.Value.Length > 0 && f.Name != "url" ? f.Value : Filled(route, f.Name))}")));
        return request;
    }

    // What a person would type into a field that is shown empty.
    private string Filled(HttpRoute route, string field) => (route.Function, field) switch
    {
        ("RegisterAgency", "orgNumber") => Unregistered,
        (_, "orgNumber") => World.Agency.Value,
        ("SignIn", "key") => World.AgencyKey,
        (_, "name") => "Et navn",
        (_, "url") => "https://ny.eksempel.no/",
        (_, "link") => "https://eksempel.example/her",
        (_, "responsibleRole") => "Digitaliseringsdirektør",
        (_, "comment") => "En grunn",
        (_, "until" or "expires") => "2027-06-01",
        _ => "",
    };

    private RawRequest Request(HttpRoute route) => new()
    {
        Method = route.Method,
        Segments = [.. route.Segments.Select(s => s.Parameter ? Value(route, s.Text) : s.Text)],
    };

    private string Value(HttpRoute route, string parameter) => parameter switch
    {
        "language" => "nb",
        "ignored" => "",
        "orgNumber" => World.Agency.Value,
        "solution" => World.Solution.ToString(),
        "scan" => (route.Function == "ApiScansStop" ? World.Running : World.Finished).ToString(),
        "fingerprint" => route.Function == "ApiFindingsTakeIn" ? World.Aside : World.Finding,
        "obligation" => (route.Method == "GET" ? DeclaredAlready : NotDeclared).Id,
        "name" => "shot.png",
        "page" => PageKey.For("https://www.fiktiv.example/1"),
        "key" or "keyId" => keyId,
        "task" => TaskView.IdOf(TaskRow.KeyOf(TestHost.Start, TaskKind.SetAside, FindingRow.KeyOf(World.Solution, World.Finding))),
        "token" => route.Function.Contains("OptIn", StringComparison.Ordinal) ? World.OptInToken : World.UnsubscribeToken,
        "version" => AssetFiles.Icon.Version,
        "file" => AssetFiles.Icon.Name,
        _ => throw new NotSupportedException($"Name a value for {{{parameter}}} in {nameof(FuzzWorld)}, so that {route.Function} is fuzzed."),
    };
}
