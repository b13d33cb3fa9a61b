using System.Net;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Obligations;
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
            ["AgencyRow", "ComplianceRow", "ContactListRow", "FindingRow", "KeyRow", "OccurrenceRow", "PageRow", "RecipientRow", "ScanRow", "SolutionRow", "SummaryRow", "TaskRow", "TrendRow", "blob"],
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

    private static async Task FillAsync(TestHost host, OrgNumber agency)
    {
        SolutionRow solution = await host.SolutionAsync(agency);
        ScanRow scan = await host.ScanAsync(solution.Id, ScanStatus.Completed);
        string page = PageKey.For(scan.Url), picture = $"evidence/{agency}.png", blob = PageAuditBlob.NameOf(scan.Id, page);
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
        await host.Table<TaskRow>().PutAsync(
            new TaskRow { PartitionKey = TaskRow.Partition, RowKey = TaskRow.KeyOf(TestHost.Start, TaskKind.Poison, agency.Value), OrgNumber = agency.Value }, Cancellation);
        await host.AgencyKeyAsync(agency);
        await host.Get<RecipientBook>().AddConfirmedAsync(await host.AgencyAsync(agency), $"web@{agency}.example.no", Cancellation);
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
