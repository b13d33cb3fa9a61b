using System.Text.Json;
using Json.Schema;
using Microsoft.AspNetCore.Http;
using Monitor.Tests.Support.Processes;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Local.Tests.Commands;

/// <summary><c>./monitor scan</c> as people and scripts meet it: exit codes, streams, files, interrupts.</summary>
public sealed class ScanCommandTests
{
    private const string Clean = "<main><h1>Alt i orden</h1><p>Her er det fint.</p></main>";
    private const string Faulty = "<main><h1>Ikke i orden</h1><img src=\"/x.png\"></main>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_failed_is_zero()
    {
        await using TestSite site = await SiteAsync(Clean);
        await using MonitorProcess scan = await ScanAsync(site);
        Assert.Equal(0, scan.ExitCode);
    }

    [Fact]
    public async Task Failures_found_is_one_and_they_are_in_the_json()
    {
        await using TestSite site = await SiteAsync(Faulty);
        await using MonitorProcess scan = await ScanAsync(site);
        Assert.Equal(1, scan.ExitCode);
        using JsonDocument result = JsonDocument.Parse(scan.Output);
        JsonElement finding = Assert.Single(result.RootElement.GetProperty("findings").EnumerateArray(), f => f.GetProperty("outcome").GetString() == "failed");
        Assert.Equal("image-alt", finding.GetProperty("rule").GetString());
    }

    [Fact]
    public async Task The_json_is_valid_by_its_schema_and_nothing_else_is_on_standard_output()
    {
        await using TestSite site = await SiteAsync(Faulty);
        await using MonitorProcess scan = await ScanAsync(site);
        JsonSchema schema = JsonSchema.FromFile(Path.Combine(MonitorProcess.Root, "docs", "schemas", "monitor.scan.1.schema.json"));
        using JsonDocument result = JsonDocument.Parse(scan.Output);
        EvaluationResults evaluation = schema.Evaluate(result.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(evaluation.IsValid, string.Join('\n', (evaluation.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join(", ", d.Errors!.Values)}")));
    }

    [Fact]
    public async Task Into_a_pipe_no_progress_is_shown()
    {
        await using TestSite site = await SiteAsync(Clean);
        await using MonitorProcess scan = await ScanAsync(site);
        Assert.Equal("", scan.Error);
    }

    [Theory]
    [InlineData("example")]
    [InlineData("ftp://example.no/")]
    [InlineData("https://user:secret@example.no/")]
    [InlineData("https://example.no/", "--regulation", "nobody-knows")]
    [InlineData("https://example.no/", "--format", "xml")]
    [InlineData("https://example.no/", "--max-pages", "0")]
    [InlineData("https://example.no/", "--max-pages", "many")]
    [InlineData("https://example.no/", "--delay", "-1")]
    [InlineData("https://example.no/", "--no-such-option")]
    public async Task What_can_not_be_asked_is_two_with_a_line_that_says_so(params string[] arguments)
    {
        await using MonitorProcess scan = await MonitorProcess.RunAsync(["scan", .. arguments], Cancellation);
        Assert.Equal(2, scan.ExitCode);
        Assert.StartsWith("monitor: ", scan.Error, StringComparison.Ordinal);
        Assert.Equal("", scan.Output);
    }

    [Fact]
    public async Task A_private_address_is_refused_with_what_to_do()
    {
        await using TestSite site = await SiteAsync(Clean);
        await using MonitorProcess scan = await MonitorProcess.RunAsync(["scan", site.Url("/"), "--format", "json"], Cancellation);
        Assert.Equal(2, scan.ExitCode);
        Assert.Contains("--allow-private-addresses", scan.Error, StringComparison.Ordinal);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_site_that_is_down_is_two_and_reads_as_failed()
    {
        string url;
        await using (TestSite site = await SiteAsync(Clean))
            url = site.Url("/");
        await using MonitorProcess scan = await MonitorProcess.RunAsync(["scan", url, "--allow-private-addresses", "--delay", "0", "--format", "json", "--ignore-robots"], Cancellation);
        Assert.Equal(2, scan.ExitCode);
        Assert.Equal("failed", Status(scan));
    }

    [Fact]
    public async Task A_partial_scan_without_failures_is_two()
    {
        await using TestSite site = await SiteAsync(Clean + "<a href=\"/feil\">En side som feiler</a>");
        site.Status("/feil", 500);
        await using MonitorProcess scan = await ScanAsync(site);
        Assert.Equal("partial", Status(scan));
        Assert.Equal(2, scan.ExitCode);
    }

    [Fact]
    public async Task A_partial_scan_with_failures_is_one()
    {
        await using TestSite site = await SiteAsync(Faulty + "<a href=\"/feil\">En side som feiler</a>");
        site.Status("/feil", 500);
        await using MonitorProcess scan = await ScanAsync(site);
        Assert.Equal("partial", Status(scan));
        Assert.Equal(1, scan.ExitCode);
    }

    [Fact]
    public async Task A_page_that_is_gone_makes_no_scan_partial()
    {
        await using TestSite site = await SiteAsync(Clean + "<a href=\"/borte\">Borte</a>");
        await using MonitorProcess scan = await ScanAsync(site);
        Assert.Equal("completed", Status(scan));
        Assert.Equal(0, scan.ExitCode);
    }

    [Fact]
    public async Task A_document_is_judged_among_the_pages_and_a_broken_one_makes_no_scan_partial()
    {
        await using TestSite site = await SiteAsync(Clean + "<a href=\"/budsjett.pdf\">Budsjett</a><a href=\"/brutt.pdf\">Vedlegg</a><a href=\"/skjema.docx\">Skjema</a>");
        byte[] whole = new TestPdf { Language = "" }.Build();
        Serve("/budsjett.pdf", whole);
        Serve("/brutt.pdf", whole[..200]);

        await using MonitorProcess scan = await ScanAsync(site);

        Assert.Equal("completed", Status(scan));
        Assert.Equal(1, scan.ExitCode);
        using JsonDocument result = JsonDocument.Parse(scan.Output);
        JsonElement finding = Assert.Single(result.RootElement.GetProperty("findings").EnumerateArray(), f => f.GetProperty("outcome").GetString() == "failed");
        Assert.Equal("pdf-language", finding.GetProperty("rule").GetString());
        Assert.Equal(site.Url("/budsjett.pdf"), Assert.Single(finding.GetProperty("occurrences").EnumerateArray()).GetProperty("page").GetString());
        JsonElement broken = result.RootElement.GetProperty("pages").EnumerateArray().Single(p => p.GetProperty("url").GetString() == site.Url("/brutt.pdf"));
        Assert.Equal(("skipped", "unreadable", "document"), (broken.GetProperty("status").GetString(), broken.GetProperty("reason").GetString(), broken.GetProperty("kind").GetString()));
        JsonElement met = result.RootElement.GetProperty("scan").GetProperty("documents");
        Assert.Equal((2, 1, 1), (met.GetProperty("pdf").GetInt32(), met.GetProperty("office").GetInt32(), met.GetProperty("officeAlone").GetInt32()));

        void Serve(string path, byte[] file) => site.On(path, async context =>
        {
            context.Response.ContentType = "application/pdf";
            await context.Response.Body.WriteAsync(file, context.RequestAborted);
        });
    }

    [Fact]
    public async Task An_interrupt_is_130_and_what_is_known_is_written_as_partial()
    {
        await using TestSite site = await SiteAsync(Clean + "<a href=\"/treg\">Treg</a>");
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int times = 0;
        site.On("/treg", async context =>
        {
            // The crawl's fetch is answered; the browser's visit is the one that hangs.
            if (Interlocked.Increment(ref times) == 1)
            {
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<!DOCTYPE html><title>Treg</title>", context.RequestAborted);
                return;
            }
            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        await using MonitorProcess scan = MonitorProcess.Start(null, ["scan", site.Url("/"), "--allow-private-addresses", "--delay", "0", "--format", "json"], Cancellation);
        await asked.Task.WaitAsync(Cancellation);
        await scan.SignalAsync("INT");

        await scan.EndedAsync();
        Assert.True(scan.ExitCode == 130, $"{scan.ExitCode}: {scan.Error}");
        using JsonDocument result = JsonDocument.Parse(scan.Output);
        JsonElement told = result.RootElement.GetProperty("scan");
        Assert.Equal("partial", told.GetProperty("status").GetString());
        Assert.Equal("interrupted", told.GetProperty("reason").GetString());
        Assert.Equal(1, result.RootElement.GetProperty("summary").GetProperty("pagesAudited").GetInt32());
    }

    [Fact]
    public async Task An_output_file_is_replaced_as_a_whole()
    {
        await using TestSite site = await SiteAsync(Clean);
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        string file = Path.Combine(folder.FullName, "result.json");
        await File.WriteAllTextAsync(file, new string('x', 1_000_000), Cancellation);
        await using MonitorProcess scan = await ScanAsync(site, "--output", file);
        Assert.Equal(0, scan.ExitCode);
        Assert.Equal("", scan.Output);
        using JsonDocument result = JsonDocument.Parse(await File.ReadAllTextAsync(file, Cancellation));
        Assert.Equal("monitor.scan/1", result.RootElement.GetProperty("schema").GetString());
        Assert.Equal([file], Directory.GetFiles(folder.FullName));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_that_can_not_be_written_is_two()
    {
        await using TestSite site = await SiteAsync(Clean);
        await using MonitorProcess scan = await ScanAsync(site, "--output", "/proc/result.json");
        Assert.Equal(2, scan.ExitCode);
        Assert.Contains("could not be written", scan.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_two_before_anything_is_fetched()
    {
        await using TestSite site = await SiteAsync(Clean);
        await using MonitorProcess scan = await ScanAsync(site, "--output", "/nowhere/result.json");
        Assert.Equal(2, scan.ExitCode);
        Assert.Contains("make it first", scan.Error, StringComparison.Ordinal);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task Pages_are_loaded_no_closer_together_than_one_at_a_time()
    {
        await using TestSite site = await SiteAsync(Clean + "<a href=\"/a\">A</a><a href=\"/b\">B</a>");
        site.Html("/a", Clean).Html("/b", Clean);
        await using MonitorProcess scan = await ScanAsync(site);
        Assert.Equal(1, site.MostAtOnce);
    }

    [Fact]
    public async Task A_site_that_keeps_failing_is_left_alone_and_the_scan_says_so()
    {
        await using TestSite site = await SiteAsync(Clean + string.Concat(Enumerable.Range('a', 8).Select(c => $"<a href=\"/{(char)c}\">Side</a>")));
        site.Status("/robots.txt", 404).Status("/sitemap.xml", 404).Fallback = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };

        await using MonitorProcess scan = await ScanAsync(site);

        Assert.Equal(2, scan.ExitCode);
        Assert.Contains("five times in a row", scan.Error, StringComparison.Ordinal);
        using JsonDocument result = JsonDocument.Parse(scan.Output);
        Assert.Equal("blocked", result.RootElement.GetProperty("scan").GetProperty("reason").GetString());
        Assert.All(result.RootElement.GetProperty("pages").EnumerateArray(), p => Assert.Equal("blocked", p.GetProperty("status").GetString()));
        Assert.Equal(3 + 5, site.Requests.Count);
    }

    [Fact]
    public async Task What_only_several_pages_tell_is_found_and_random_pages_are_compared_with_the_rest()
    {
        string[] usual = ["/kontakt", "/skole", "/helse", "/bolig", "/kart"];
        static string Page(string name, IEnumerable<string> menu, string more = "") =>
            $"<header><nav aria-label=\"Hovedmeny\"><ul>{string.Concat(menu.Select(m => $"<li><a href=\"{m}\">Om {m[1..]}</a></li>"))}</ul></nav></header><main><h1>{name}</h1>{more}</main>";
        await using TestSite site = await SiteAsync(Page("Forsiden", usual));
        foreach (string path in usual)
            site.Html(path, Page(path, usual), path);
        site.Html("/helse", Page("Helse", usual.Reverse(), "<img src=\"/x.png\">"), "Helse");

        await using MonitorProcess scan = await ScanAsync(site);

        using JsonDocument result = JsonDocument.Parse(scan.Output);
        JsonElement finding = Assert.Single(result.RootElement.GetProperty("findings").EnumerateArray(), f => f.GetProperty("rule").GetString() == "navigation-order");
        Assert.Equal("failed", finding.GetProperty("outcome").GetString());
        Assert.Equal(site.Url("/helse"), Assert.Single(finding.GetProperty("occurrences").EnumerateArray()).GetProperty("page").GetString());
        string?[] only = [.. result.RootElement.GetProperty("summary").GetProperty("onlyAtRandom").EnumerateArray().Select(r => r.GetProperty("rule").GetString())];
        Assert.Equal(["navigation-order", "image-alt"], only.OrderByDescending(r => r));
    }

    private static async Task<TestSite> SiteAsync(string body)
    {
        TestSite site = await TestSite.StartAsync(Cancellation);
        return site.Html("/", body);
    }

    private static Task<MonitorProcess> ScanAsync(TestSite site, params string[] more) =>
        MonitorProcess.RunAsync(["scan", site.Url("/"), "--allow-private-addresses", "--delay", "0", "--format", "json", .. more], Cancellation);

    private static string? Status(MonitorProcess scan)
    {
        using JsonDocument result = JsonDocument.Parse(scan.Output);
        return result.RootElement.GetProperty("scan").GetProperty("status").GetString();
    }
}
