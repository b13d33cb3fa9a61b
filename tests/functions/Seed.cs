using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests;

/// <summary>Rows as the rest of the product would have left them.</summary>
internal static class Seed
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<AgencyRow> AgencyAsync(this TestHost host, OrgNumber agency, string name = "Eksempel kommune") =>
        host.Table<AgencyRow>().PutAsync(
            new AgencyRow { PartitionKey = AgencyRow.Partition, RowKey = agency.Value, Name = name, CreatedAt = TestHost.Start }, Cancellation);

    public static async Task<SolutionRow> SolutionAsync(this TestHost host, OrgNumber agency, string url = "https://www.eksempel.kommune.no/")
    {
        await host.AgencyAsync(agency);
        return await host.Table<SolutionRow>().PutAsync(
            new SolutionRow
            {
                PartitionKey = agency.Value,
                RowKey = SolutionId.New(agency).ToString(),
                Name = "Nettsted",
                Url = url,
                Regulation = RegulationCatalogue.DefaultId,
                CreatedAt = TestHost.Start,
                NextDueAt = TestHost.Start,
            },
            Cancellation);
    }

    public static Task<ScanRow> ScanAsync(
        this TestHost host, SolutionId solution, ScanStatus status, DateTimeOffset? at = null, string orderedBy = "schedule")
    {
        DateTimeOffset created = at ?? TestHost.Start;
        return host.Table<ScanRow>().PutAsync(
            new ScanRow
            {
                PartitionKey = solution.ToString(),
                RowKey = ScanId.New(solution, created).ToString(),
                Status = status,
                OrderedBy = orderedBy,
                Url = "https://www.eksempel.kommune.no/",
                Regulation = RegulationCatalogue.DefaultId,
                CreatedAt = created,
                LastProgressAt = created,
                PagesSampled = 3,
                PagesAudited = 2,
            },
            Cancellation);
    }

    public static Task<FindingRow> FindingAsync(
        this TestHost host, SolutionId solution, string fingerprint, FindingState state = FindingState.New, string wcag = "1.1.1") =>
        host.Table<FindingRow>().PutAsync(
            new FindingRow
            {
                PartitionKey = solution.Agency.Value,
                RowKey = FindingRow.KeyOf(solution, fingerprint),
                State = state,
                ClosedReason = state == FindingState.Closed ? ClosedReason.PageGone : null,
                Check = "axe",
                Rule = "image-alt",
                RuleVersion = "4.14",
                Wcag = wcag,
                Regulation = RegulationCatalogue.DefaultId,
                Message = "Images must have alternative text",
                FirstSeenAt = TestHost.Start,
                LastSeenAt = TestHost.Start,
                StateSince = TestHost.Start,
                Pages = 1,
            },
            Cancellation);

    public static Task<OccurrenceRow> OccurrenceAsync(this TestHost host, SolutionId solution, string fingerprint, string? screenshot = null) =>
        host.Table<OccurrenceRow>().PutAsync(
            new OccurrenceRow
            {
                PartitionKey = OccurrenceRow.PartitionOf(solution, fingerprint),
                RowKey = PageKey.For("https://www.eksempel.kommune.no/side"),
                Url = "https://www.eksempel.kommune.no/side",
                Target = "main img",
                After = "Meny",
                Snippet = "<img src=\"a.png\">",
                Elements = 1,
                Screenshot = screenshot,
                LastSeenAt = TestHost.Start,
            },
            Cancellation);

    public static async Task<string> PictureAsync(this TestHost host)
    {
        string name = $"evidence/{TestHost.Own}/{Base32.Random(20)}.png";
        await host.Blobs.WriteAsync(name, BinaryData.FromBytes([0x89, 0x50, 0x4e, 0x47]), "image/png", Cancellation);
        return name;
    }
}
