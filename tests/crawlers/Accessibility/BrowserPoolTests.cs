using System.Text.Json;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Settings;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility;

public sealed class BrowserPoolTests(BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_more_pages_are_open_than_the_settings_say()
    {
        await using BrowserPool pool = browser.NewPool(new BrowserSettings { Pages = 1 });
        BrowserPage first = await pool.OpenAsync(Cancellation);

        Task<BrowserPage> second = pool.OpenAsync(Cancellation);
        await pool.Running!.NewBrowserCDPSessionAsync();

        Assert.False(second.IsCompleted);
        await first.DisposeAsync();
        await using BrowserPage opened = await second;
        Assert.Single(pool.Running!.Contexts);
    }

    [Fact]
    public async Task Waiting_for_a_place_can_be_given_up()
    {
        await using BrowserPool pool = browser.NewPool(new BrowserSettings { Pages = 1 });
        await using BrowserPage first = await pool.OpenAsync(Cancellation);
        using var impatience = new CancellationTokenSource();

        Task<BrowserPage> second = pool.OpenAsync(impatience.Token);
        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task Every_process_of_the_browser_ends_with_the_pool()
    {
        BrowserPool pool = browser.NewPool();
        await using (await pool.OpenAsync(Cancellation))
        {
        }
        int[] processes = await ProcessesAsync(pool);

        await pool.DisposeAsync();

        Assert.NotEmpty(processes);
        await Eventually.HoldsAsync(() => !processes.Any(IsAlive), Cancellation);
    }

    [Fact]
    public async Task A_browser_that_had_its_share_of_pages_gives_way_to_a_fresh_one()
    {
        await using BrowserPool pool = browser.NewPool(new BrowserSettings { RenewAfterPages = 2 });
        await (await pool.OpenAsync(Cancellation)).DisposeAsync();
        await (await pool.OpenAsync(Cancellation)).DisposeAsync();
        int[] old = await ProcessesAsync(pool);

        await using BrowserPage page = await pool.OpenAsync(Cancellation);

        Assert.Equal(2, await page.Page.EvaluateAsync<int>("1 + 1"));
        Assert.Empty(old.Intersect(await ProcessesAsync(pool)));
        await Eventually.HoldsAsync(() => !old.Any(IsAlive), Cancellation);
    }

    [Fact]
    public async Task A_page_that_is_open_outlives_the_renewal_and_takes_its_browser_along()
    {
        await using BrowserPool pool = browser.NewPool(new BrowserSettings { RenewAfterPages = 1 });
        BrowserPage first = await pool.OpenAsync(Cancellation);
        int[] old = await ProcessesAsync(pool);

        await using BrowserPage second = await pool.OpenAsync(Cancellation);

        Assert.Equal(2, await first.Page.EvaluateAsync<int>("1 + 1"));
        Assert.Equal(2, await second.Page.EvaluateAsync<int>("1 + 1"));
        await first.DisposeAsync();
        await Eventually.HoldsAsync(() => !old.Any(IsAlive), Cancellation);
        Assert.Equal(2, await second.Page.EvaluateAsync<int>("1 + 1"));
    }

    [Fact]
    public async Task The_browser_sees_no_secret_of_ours()
    {
        // Managed identity in Functions and containers, both generations of it; connection strings; our own settings.
        string[] variables =
        [
            "IDENTITY_ENDPOINT", "IDENTITY_HEADER", "MSI_ENDPOINT", "MSI_SECRET", "AZURE_CLIENT_SECRET", "AzureWebJobsStorage", "APPLICATIONINSIGHTS_CONNECTION_STRING",
            "WEBSITE_AUTH_ENCRYPTION_KEY", "Monitor__Smtp__Password", "Monitor__Registries__Doffin__SubscriptionKey", "MONITOR_TEST_SECRET",
        ];
        const string Secret = "svært-hemmelig-4711";
        string?[] before = [.. variables.Select(Environment.GetEnvironmentVariable)];
        await using BrowserPool pool = browser.NewPool();
        BrowserPage page;
        try
        {
            foreach (string variable in variables)
                Environment.SetEnvironmentVariable(variable, Secret);
            page = await pool.OpenAsync(Cancellation);
        }
        finally
        {
            foreach ((string variable, string? value) in variables.Zip(before))
                Environment.SetEnvironmentVariable(variable, value);
        }
        await using (page)
        {
            await page.Page.GotoAsync("data:text/html,<h1>Hei</h1>");
            int[] processes = await ProcessesAsync(pool);
            string[] seen = [.. processes.SelectMany(p => new[] { "environ", "cmdline" }, (p, file) => File.ReadAllText($"/proc/{p}/{file}"))];

            Assert.InRange(processes.Length, 3, 100);
            Assert.Contains(seen, e => e.Contains("PATH=", StringComparison.Ordinal));
            Assert.DoesNotContain(seen, e => e.Contains(Secret, StringComparison.Ordinal));
            Assert.All(variables, v => Assert.DoesNotContain(seen, e => e.Contains(v, StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    public async Task A_disposed_pool_opens_nothing_more()
    {
        BrowserPool pool = browser.NewPool();
        await pool.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.OpenAsync(Cancellation));
    }

    [Fact]
    public async Task A_browser_of_another_process_can_be_used()
    {
        await using BrowserPool owner = browser.NewPool();
        await using BrowserPage page = await owner.OpenAsync(Cancellation);
        using IPlaywright driver = await Playwright.CreateAsync();
        int port = FreePort();
        await using IBrowser remote = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserExecutable.Find(Environment.GetEnvironmentVariable(BrowserExecutable.Variable), File.Exists).Path,
            Args = ["--no-sandbox", "--disable-gpu", $"--remote-debugging-port={port}"],
        });

        await using BrowserPool pool = browser.NewPool(new BrowserSettings { Endpoint = $"http://127.0.0.1:{port}" });
        await using BrowserPage opened = await pool.OpenAsync(Cancellation);

        Assert.Equal(remote.Version, pool.Running!.Version);
        Assert.Equal(2, await opened.Page.EvaluateAsync<int>("1 + 1"));
    }

    [Theory]
    [InlineData("/usr/bin/chromium-headless-shell", "/usr/bin/chromium-headless-shell")]
    [InlineData("/usr/bin/chromium", "/usr/bin/chromium")]
    public void The_usual_places_are_looked_at(string installed, string found) =>
        Assert.Equal((found, null), BrowserExecutable.Find(null, path => path == installed));

    [Fact]
    public void A_browser_named_by_hand_comes_first() =>
        Assert.Equal(("/opt/chrome", null), BrowserExecutable.Find("/opt/chrome", _ => true));

    [Fact]
    public void Without_a_browser_the_problem_names_the_remedy()
    {
        (string? path, string? problem) = BrowserExecutable.Find(null, _ => false);

        Assert.Null(path);
        Assert.Contains("apt-get install chromium-headless-shell", problem, StringComparison.Ordinal);
        Assert.Contains("/opt/borte", BrowserExecutable.Find("/opt/borte", _ => false).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_named_variables_reach_the_browser()
    {
        var ours = new Dictionary<string, string> { ["PATH"] = "/bin", ["AzureWebJobsStorage"] = "x", ["IDENTITY_HEADER"] = "y", ["MSI_ENDPOINT"] = "z" };

        Assert.Equal([KeyValuePair.Create("PATH", "/bin")], BrowserArguments.EnvironmentFrom(ours));
    }

    [Fact]
    public void The_browser_resolves_no_name_and_leaves_by_no_other_door()
    {
        IReadOnlyList<string> switches = BrowserArguments.SwitchesBehind(new Uri("http://127.0.0.1:4711"), new PageSettings());

        Assert.Contains("--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", switches);
        Assert.Contains("--force-webrtc-ip-handling-policy=disable_non_proxied_udp", switches);
        Assert.Contains("--webrtc-ip-handling-policy=disable_non_proxied_udp", switches);
        Assert.Contains("--disable-quic", switches);
    }

    private static async Task<int[]> ProcessesAsync(BrowserPool pool)
    {
        ICDPSession session = await pool.Running!.NewBrowserCDPSessionAsync();
        JsonElement answer = (await session.SendAsync("SystemInfo.getProcessInfo"))!.Value;
        return [.. answer.GetProperty("processInfo").EnumerateArray().Select(p => p.GetProperty("id").GetInt32())];
    }

    private static bool IsAlive(int process) =>
        File.Exists($"/proc/{process}/stat") && File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1][0] is not ('Z' or 'X');

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
