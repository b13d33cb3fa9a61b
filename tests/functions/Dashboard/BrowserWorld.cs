using Microsoft.Playwright;
using Monitor.Functions.Access;
using Monitor.Functions.Dashboard;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>One Chromium and one seeded host for all browser tests.</summary>
public sealed class BrowserWorld : IAsyncLifetime
{
    private static readonly string[] Usual = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
    private readonly Dictionary<Reader, string> sessions = [];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>How Chromium is started here.</summary>
    internal static BrowserTypeLaunchOptions Launch => new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("MONITOR_CHROMIUM") ?? Usual.First(File.Exists),
        Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    };

    internal DashboardWorld World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await DashboardWorld.StartAsync();
        sessions[Reader.Agency] = await SessionAsync(World.AgencyKey);
        sessions[Reader.Supervisor] = await SessionAsync(World.SupervisorKey);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(Launch);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await World.DisposeAsync();
    }

    /// <summary>Opens a page in a context of its own; dispose the context.</summary>
    internal async Task<IPage> OpenAsync(DashboardPage page, Language language = Language.Nb, BrowserNewContextOptions? options = null)
    {
        IBrowserContext context = await browser.NewContextAsync(options ?? new BrowserNewContextOptions());
        string address = World.Host.Address.ToString().TrimEnd('/');
        if (sessions.TryGetValue(page.Reader, out string? token))
            await context.AddCookiesAsync([new Cookie { Name = BrowserSessions.PlainCookie, Value = token, Url = address }]);
        IPage tab = await context.NewPageAsync();
        await tab.GotoAsync(address + page.Path(World, new Paths(language)));
        return tab;
    }

    private async Task<string> SessionAsync(string key)
    {
        KeyRow row = (await World.Host.Get<KeyStore>().FindAsync(key, TestContext.Current.CancellationToken))!;
        return await World.Host.Get<SessionStore>().CreateAsync(row, TestContext.Current.CancellationToken);
    }
}

/// <summary>The browser tests share one browser, and so run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserWorld>
{
    public const string Name = "Dashboard in Chromium";
}
