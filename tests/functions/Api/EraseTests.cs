using System.IO.Compression;
using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries;
using Monitor.Functions.Api.Agencies;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Obligations;
using Monitor.Shared.Retention;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Tests.Api;

public sealed class EraseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_left_of_an_erased_agency_and_all_of_the_others()
    {
        await using TestHost host = await TestHost.StartAsync();
        await FillAsync(host, TestHost.Own);
        await FillAsync(host, TestHost.Foreign);
        HttpClient supervisor = host.Client(await host.SupervisorKeyAsync());

        HttpResponseMessage response = await supervisor.AskAsync("POST", $"/api/v1/agencies/{TestHost.Own}/erase");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await TracesAsync(host, TestHost.Own));
        Assert.Equal(
            ["AgencyRow", "ComplianceRow", "ContactListRow", "DeclarationRow", "FindingRow", "KeyRow", "OccurrenceRow", "PageRow", "RecipientRow", "ScanRow", "SolutionRow", "SummaryRow", "TaskRow", "TrendRow", "blob"],
            (await TracesAsync(host, TestHost.Foreign)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Erasing_is_for_supervisors()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);

        await host.Client(await host.AgencyKeyAsync(TestHost.Own)).AskAsync("POST", $"/api/v1/agencies/{TestHost.Own}/erase").ProblemAsync(403, "forbidden");

        Assert.NotEmpty(await TracesAsync(host, TestHost.Own));
    }

    [Fact]
    public async Task A_scan_that_runs_is_stopped_first()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        ScanRow scan = await host.ScanAsync(solution.Id, ScanStatus.Running);
        await host.Table<ScanRow>().PutAsync(scan with { PagesSampled = 1 }, Cancellation);
        await host.Table<SolutionRow>().PutAsync(solution with { ActiveScan = scan.RowKey }, Cancellation);
        await host.Table<PageRow>().PutAsync(
            new PageRow { PartitionKey = scan.RowKey, RowKey = PageKey.For(scan.Url), Url = scan.Url, Status = PageStatus.Queued }, Cancellation);

        await host.Client(await host.SupervisorKeyAsync()).AskAsync("POST", $"/api/v1/agencies/{TestHost.Own}/erase");

        // The step that its stopping sent finds nothing, and brings nothing back.
        ScanStepMessage step = Assert.Single(host.Queues.Of<ScanStepMessage>());
        await host.Get<ScanStepHandler>().HandleAsync(step, Cancellation);
        Assert.Empty(await TracesAsync(host, TestHost.Own));
    }

    [Fact]
    public async Task Decisions_and_the_audit_log_outlive_an_erasure()
    {
        await using TestHost host = await TestHost.StartAsync();
        await FillAsync(host, TestHost.Own);
        await DecideAsync(host, TestHost.Own);
        HttpClient supervisor = host.Client(await host.SupervisorKeyAsync());

        await supervisor.AskAsync("POST", $"/api/v1/agencies/{TestHost.Own}/erase");

        IReadOnlyList<DecisionRow> kept = await AllAsync<DecisionRow>(host);
        Assert.Equal([DecisionKind.SetAside, DecisionKind.Task, DecisionKind.Declaration, DecisionKind.Outcome], kept.Select(d => d.Kind).Order());
        Assert.All(kept, d => Assert.Equal(TestHost.Own.Value, d.PartitionKey));
        Assert.Contains("Testen tar feil", kept.Single(d => d.Kind == DecisionKind.SetAside).DetailJson, StringComparison.Ordinal);
        Assert.Contains(await AllAsync<AuditRow>(host), a => a is { Action: "agency.erased", Subject: var subject } && subject == TestHost.Own.Value);
    }

    [Fact]
    public async Task No_personal_data_are_left_of_an_erased_agency_in_any_table_or_blob()
    {
        await using TestHost host = await TestHost.StartAsync();
        await FillAsync(host, TestHost.Own);
        await DecideAsync(host, TestHost.Own);
        await host.Get<RecipientBook>().ReplaceAsync(await host.AgencyAsync(TestHost.Own), ["ola.nordmann@eksempel.example"], null, Cancellation);
        await host.Blobs.WriteAsync($"mail/{(await AllAsync<OutboxRow>(host)).Single().RowKey}.eml", BinaryData.FromString("To: ola.nordmann@eksempel.example"), "message/rfc822", Cancellation);
        Assert.InRange((await PersonalAsync(host)).Count, 6, 100);

        await host.Client(await host.SupervisorKeyAsync()).AskAsync("POST", $"/api/v1/agencies/{TestHost.Own}/erase");

        Assert.Empty(await PersonalAsync(host));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_erasure_that_died_anywhere_is_finished_by_the_timer_or_by_asking_again(bool askAgain)
    {
        for (int at = 0; at < 200; at += 5)
        {
            var death = new Death { At = at };
            await using TestHost host = await TestHost.StartAsync(services => services.AddSingleton(death).AddSingleton(typeof(ITable<>), typeof(MortalTable<>)));
            await FillAsync(host, TestHost.Own);
            await DecideAsync(host, TestHost.Own);
            HttpClient supervisor = host.Client(await host.SupervisorKeyAsync());

            death.Armed = true;
            HttpResponseMessage first = await supervisor.AskAsync("POST", $"/api/v1/agencies/{TestHost.Own}/erase");
            death.Armed = false;
            if (first.IsSuccessStatusCode)
            {
                Assert.True(at > 20, "Erasing writes more than that.");
                return;
            }
            // What died before the wish was noted has to be asked again.
            bool noted = (await AllAsync<AgencyRow>(host)).Any(a => a.ErasureRequestedAt is not null);
            if (askAgain || !noted)
                await supervisor.AskAsync("POST", $"/api/v1/agencies/{TestHost.Own}/erase");
            else
                await host.Get<AgencyEraser>().FinishAsync(Cancellation);

            Assert.Empty(await TracesAsync(host, TestHost.Own));
            Assert.Equal(4, (await AllAsync<DecisionRow>(host)).Count);
        }
        Assert.Fail("It never came through.");
    }

    [Fact]
    public async Task An_agency_is_not_registered_again_before_its_erasure_is_through()
    {
        await using TestHost host = await TestHost.StartAsync();
        AgencyRow agency = await host.AgencyAsync(TestHost.Own);
        await host.Table<AgencyRow>().PutAsync(agency with { DeregisteredAt = TestHost.Start, ErasureRequestedAt = TestHost.Start }, Cancellation);
        HttpClient supervisor = host.Client(await host.SupervisorKeyAsync());

        await supervisor.AskAsync("POST", "/api/v1/agencies", new { orgNumber = TestHost.Own.Value }).ProblemAsync(409, "agencyErasing");
        await host.Get<AgencyEraser>().FinishAsync(Cancellation);

        await supervisor.AskAsync("POST", "/api/v1/agencies", new { orgNumber = TestHost.Own.Value }).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_deregistered_agency_is_neither_scanned_nor_asked_about_and_keeps_what_was_found()
    {
        await using TestHost host = await TestHost.StartAsync();
        await FillAsync(host, TestHost.Own);
        await FillAsync(host, TestHost.Foreign);
        HttpClient supervisor = host.Client(await host.SupervisorKeyAsync());
        string tag = await supervisor.TagAsync($"/api/v1/agencies/{TestHost.Own}");

        Assert.Equal(HttpStatusCode.NoContent, (await supervisor.AskAsync("DELETE", $"/api/v1/agencies/{TestHost.Own}", ifMatch: tag)).StatusCode);
        host.Clock.Advance(TimeSpan.FromDays(30));
        await host.Get<ScanScheduler>().RunAsync(Cancellation);
        await host.Get<RegistryScheduler>().RunAsync(Cancellation);
        SolutionRow solution = (await AllAsync<SolutionRow>(host)).Single(s => s.PartitionKey == TestHost.Own.Value);
        await supervisor.AskAsync("POST", $"/api/v1/solutions/{solution.RowKey}/scans").ProblemAsync(409, "solutionDeregistered");

        Assert.Equal([TestHost.Foreign], host.Queues.Of<StartScanMessage>().Select(m => m.Scan.Agency));
        Assert.Equal([TestHost.Foreign], host.Queues.Of<CheckAgencyMessage>().Select(m => m.Agency));
        Assert.Contains("FindingRow", await TracesAsync(host, TestHost.Own));
        Assert.Contains("blob", await TracesAsync(host, TestHost.Own));
    }

    private static async Task FillAsync(TestHost host, OrgNumber agency)
    {
        SolutionRow solution = await host.SolutionAsync(agency);
        ScanRow scan = await host.ScanAsync(solution.Id, ScanStatus.Completed);
        string page = PageKey.For(scan.Url), picture = $"evidence/{agency}/samme.png", blob = PageAuditBlob.NameOf(scan.Id, page);
        var element = new ElementResult(Outcome.Failed, "a", "img", "<img>", null, null, null, picture);
        var audit = new PageAudit(
            scan.Url, null, null, PageStatus.Audited, null, 200, 1, [new RuleResult("axe", "image-alt", "4.14", Outcome.Failed, ["1.1.1"], null, "", [element])], null);
        await PageAuditBlob.WriteAsync(host.Blobs, scan.Id, page, audit, Cancellation);
        await host.Blobs.WriteAsync($"solutions/{solution.RowKey}/history.json", BinaryData.FromString("{}"), "application/json", Cancellation);
        await host.Blobs.WriteAsync(picture, BinaryData.FromString("png"), "image/png", Cancellation);
        await host.Table<PageRow>().PutAsync(new PageRow { PartitionKey = scan.RowKey, RowKey = page, Url = scan.Url, ResultBlob = blob }, Cancellation);
        await host.Table<TrendRow>().PutAsync(new TrendRow { PartitionKey = solution.RowKey, RowKey = scan.RowKey }, Cancellation);
        await host.Table<SummaryRow>().PutAsync(new SummaryRow { PartitionKey = SummaryRow.PartitionOf(solution.Id), RowKey = solution.RowKey }, Cancellation);
        await host.FindingAsync(solution.Id, "a");
        await host.OccurrenceAsync(solution.Id, "a", picture);
        await host.Table<ComplianceRow>().PutAsync(new ComplianceRow { PartitionKey = agency.Value, RowKey = ComplianceRow.Observed("1.1-help") }, Cancellation);
        await host.Table<DeclarationRow>().PutAsync(
            new DeclarationRow { PartitionKey = agency.Value, RowKey = DeclarationRow.KeyOf("1.3-overview", TestHost.Start) }, Cancellation);
        await host.Table<TaskRow>().PutAsync(
            new TaskRow { PartitionKey = TaskRow.Partition, RowKey = TaskRow.KeyOf(TestHost.Start, TaskKind.Poison, agency.Value), OrgNumber = agency.Value }, Cancellation);
        await host.AgencyKeyAsync(agency);
        await host.Get<RecipientBook>().AddConfirmedAsync(await host.AgencyAsync(agency), $"web@{agency}.example.no", Cancellation);
    }

    private static async Task DecideAsync(TestHost host, OrgNumber agency)
    {
        FindingRow finding = (await AllAsync<FindingRow>(host)).First(f => f.PartitionKey == agency.Value);
        await host.Table<FindingRow>().PutAsync(
            finding with { SetAsideReason = SetAsideReason.FalsePositive, SetAsideComment = "Testen tar feil", SetAsideBy = "key", SetAsideAt = TestHost.Start, SetAsideUntil = TestHost.Start.AddDays(9), AccessibleName = "Ring Ola Nordmann" },
            Cancellation);
        await host.Table<TaskRow>().PutAsync(
            new TaskRow { PartitionKey = TaskRow.Partition, RowKey = TaskRow.KeyOf(TestHost.Start, TaskKind.SetAside, agency.Value), Kind = TaskKind.SetAside, State = TaskState.Accepted, OrgNumber = agency.Value, Detail = "{}", DecidedBy = "key", DecidedAt = TestHost.Start },
            Cancellation);
        OccurrenceRow seen = (await AllAsync<OccurrenceRow>(host)).First(o => o.PartitionKey == finding.RowKey);
        await host.Table<OccurrenceRow>().PutAsync(seen with { Snippet = "<a title=\"Ola Nordmann\">", Url = "https://www.eksempel.no/ansatte/ola.nordmann" }, Cancellation);
        PageRow page = (await AllAsync<PageRow>(host)).First(p => p.PartitionKey.StartsWith(agency.Value, StringComparison.Ordinal));
        await host.Table<PageRow>().PutAsync(page with { Title = "Ola Nordmann" }, Cancellation);
        await host.Blobs.WriteAsync($"scans/{page.PartitionKey}/result.json", BinaryData.FromString("Ola Nordmann"), "application/json", Cancellation);
        ComplianceRow compliance = (await AllAsync<ComplianceRow>(host)).First(c => c.PartitionKey == agency.Value);
        await host.Table<ComplianceRow>().PutAsync(compliance with { EvidenceJson = "[{\"fact\":\"Ola Nordmann\"}]" }, Cancellation);
    }

    /// <summary>Where a person of the seeds can still be met: all rows of all tables, all blobs.</summary>
    private static async Task<IReadOnlyList<string>> PersonalAsync(TestHost host)
    {
        List<string> found = [];
        foreach (Type row in typeof(Row).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(Row)) && t.IsAssignableTo(typeof(IStoredRow))))
        {
            var all = (Task<IReadOnlyList<string>>)typeof(EraseTests).GetMethod(nameof(TextsAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(row).Invoke(null, [host])!;
            found.AddRange((await all).Where(IsPersonal));
        }
        await foreach (string blob in host.Blobs.ListAsync("", Cancellation))
        {
            byte[] content = (await host.Blobs.ReadAsync(blob, Cancellation))!.ToArray();
            if (blob.EndsWith(".gz", StringComparison.Ordinal))
            {
                using var unpacked = new MemoryStream();
                await new GZipStream(new MemoryStream(content), CompressionMode.Decompress).CopyToAsync(unpacked, Cancellation);
                content = unpacked.ToArray();
            }
            if (IsPersonal(Encoding.UTF8.GetString(content)))
                found.Add(blob);
        }
        return found;

        static bool IsPersonal(string text) => text.Contains("nordmann", StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<IReadOnlyList<string>> TextsAsync<TRow>(TestHost host) where TRow : Row, IStoredRow, new() =>
        [.. (await AllAsync<TRow>(host)).Select(r => r.ToString())];

    private static async Task<IReadOnlyList<TRow>> AllAsync<TRow>(TestHost host) where TRow : Row, IStoredRow, new()
    {
        List<TRow> rows = [];
        await foreach (TRow row in host.Table<TRow>().ReadAllAsync(Cancellation))
            rows.Add(row);
        return rows;
    }

    private static async Task<IReadOnlyList<string>> TracesAsync(TestHost host, OrgNumber agency)
    {
        List<string> traces = [];
        await AddAsync<AgencyRow>();
        await AddAsync<SolutionRow>();
        await AddAsync<ScanRow>();
        await AddAsync<PageRow>();
        await AddAsync<TrendRow>();
        await AddAsync<SummaryRow>();
        await AddAsync<FindingRow>();
        await AddAsync<OccurrenceRow>();
        await AddAsync<ComplianceRow>();
        await AddAsync<ComplianceHistoryRow>();
        await AddAsync<DeclarationRow>();
        await AddAsync<KeyRow>();
        await AddAsync<TaskRow>();
        await AddAsync<ContactListRow>();
        await AddAsync<RecipientRow>();
        await AddAsync<OutboxRow>();
        await foreach (string blob in host.Blobs.ListAsync("", Cancellation))
        {
            if (blob.Contains(agency.Value, StringComparison.Ordinal))
                traces.Add("blob");
        }
        return traces;

        async Task AddAsync<TRow>() where TRow : Row, IStoredRow, new()
        {
            await foreach (TRow row in host.Table<TRow>().ReadAllAsync(Cancellation))
            {
                if (row.ToString().Contains(agency.Value, StringComparison.Ordinal))
                    traces.Add(typeof(TRow).Name);
            }
        }
    }
}
