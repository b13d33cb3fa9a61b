using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Accessibility;
using Monitor.Crawlers.Tests.Web.Outbound;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Crawlers.Web.Robots;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility;

public sealed class AuditPageHandlerTests
{
    private const string Start = "https://www.eksempel.no/";
    private static readonly SolutionId Solution = SolutionId.New(OrgNumber.Parse("991825827"));

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryTable<ScanRow> scans;
    private readonly MemoryTable<PageRow> pages;
    private readonly MemoryTable<SolutionRow> solutions;
    private readonly MemoryBlobs blobs = new();
    private readonly MemoryQueues queues;
    private readonly FakeAuditor auditor = new();
    private readonly FakeSlots slots = new();
    private readonly AuditPageHandler handler;
    private readonly ScanId scan;

    public AuditPageHandlerTests()
    {
        scans = new MemoryTable<ScanRow>(clock);
        pages = new MemoryTable<PageRow>(clock);
        solutions = new MemoryTable<SolutionRow>(clock);
        queues = new MemoryQueues(clock);
        scan = ScanId.New(Solution, clock.GetUtcNow());
        handler = Handler(slots);
    }

    private AuditPageHandler Handler(IHostSlots turns)
    {
        var summaries = new SummaryWriter(new MemoryTable<SummaryRow>(clock), new MemoryTable<AgencyRow>(clock), solutions);
        return new AuditPageHandler(
            scans, pages, solutions, blobs, queues, auditor, new SampleReplacement(pages, blobs, queues), turns,
            new ScanProgress(scans, pages, solutions, summaries, blobs, queues, clock), clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_audited_page_is_stored_with_its_result_and_the_scan_learns_its_engines()
    {
        await StartScanAsync(Start);

        await DeliverAsync(Start);

        PageRow row = await PageAsync(Start);
        Assert.Equal((PageStatus.Audited, 21, 1), (row.Status, row.Failed, row.CantTell));
        Assert.Equal("hash", row.HtmlHash);
        PageAudit kept = (await PageAuditBlob.ReadAsync(blobs, row.ResultBlob!, Cancellation))!;
        Assert.Equal(Start, kept.Url);
        ScanRow stored = (await scans.FindAsync(Solution.ToString(), scan.ToString(), Cancellation))!;
        Assert.Equal("[{\"name\":\"axe-core\",\"version\":\"4.14.0\"}]", stored.EnginesJson);
        Assert.Equal("Chromium 156", stored.Browser);
        Assert.Equal(ScanStep.Complete, Assert.Single(queues.Of<ScanStepMessage>()).Step);
        Assert.Equal(["acquired www.eksempel.no", "noted answered", "released www.eksempel.no"], slots.Log);
    }

    [Fact]
    public async Task A_message_delivered_again_is_no_second_observation()
    {
        await StartScanAsync(Start);

        await DeliverAsync(Start);
        PageRow first = await PageAsync(Start);
        await DeliverAsync(Start);

        Assert.Equal(1, auditor.Looks);
        Assert.Equal(first.ETag, (await PageAsync(Start)).ETag);
    }

    [Fact]
    public async Task What_was_observed_before_a_crash_counts_and_is_not_observed_again()
    {
        await StartScanAsync(Start);
        PageAudit before = PageAudit.Unmeasured(Start, PageStatus.Failed, PageReasons.Timeout);
        await PageAuditBlob.WriteAsync(blobs, scan, PageKey.For(Start), before, Cancellation);

        await DeliverAsync(Start);

        Assert.Equal(0, auditor.Looks);
        PageRow row = await PageAsync(Start);
        Assert.Equal((PageStatus.Failed, PageReasons.Timeout), (row.Status, row.Reason));
    }

    [Fact]
    public async Task Of_two_workers_on_one_message_the_first_observation_wins()
    {
        await StartScanAsync(Start);
        PageAudit first = PageAudit.Unmeasured(Start, PageStatus.Blocked, PageReasons.Refused);
        auditor.Meanwhile = () => PageAuditBlob.WriteAsync(blobs, scan, PageKey.For(Start), first, Cancellation);

        await DeliverAsync(Start);

        Assert.Equal(PageStatus.Blocked, (await PageAsync(Start)).Status);
    }

    [Fact]
    public async Task A_page_of_a_scan_whose_stop_was_cut_short_is_given_up_and_the_scan_goes_on_to_its_end()
    {
        await StartScanAsync(Start, Start + "a");
        await DeliverAsync(Start);
        await scans.UpdateAsync(Solution.ToString(), scan.ToString(), s => s with { StopRequested = true }, Cancellation);

        await DeliverAsync(Start + "a");

        Assert.Equal(1, auditor.Looks);
        PageRow row = await PageAsync(Start + "a");
        Assert.Equal((PageStatus.Failed, PageReasons.Stopped), (row.Status, row.Reason));
        Assert.Equal(PageStatus.Audited, (await PageAsync(Start)).Status);
        Assert.Equal(ScanStep.Complete, Assert.Single(queues.Of<ScanStepMessage>()).Step);
    }

    [Theory]
    [InlineData(ScanStatus.Partial)]
    [InlineData(ScanStatus.Failed)]
    public async Task An_ended_scan_loads_no_page(ScanStatus status)
    {
        await StartScanAsync(Start);
        await scans.UpdateAsync(Solution.ToString(), scan.ToString(), s => s with { Status = status }, Cancellation);

        await DeliverAsync(Start);

        Assert.Equal(0, auditor.Looks);
        Assert.Equal(PageStatus.Queued, (await PageAsync(Start)).Status);
    }

    [Fact]
    public async Task A_message_of_an_erased_scan_is_forgotten()
    {
        await handler.HandleAsync(new AuditPageMessage(scan, PageKey.For(Start)), Cancellation);

        Assert.Equal(0, auditor.Looks);
        Assert.Empty(queues.Sent);
    }

    [Fact]
    public async Task A_host_that_is_taken_sends_the_message_round_again_after_the_delay()
    {
        await StartScanAsync(Start);
        slots.Answer = SlotAnswer.HeldByAnother(TimeSpan.FromSeconds(7));

        await DeliverAsync(Start);

        Assert.Equal(0, auditor.Looks);
        SentMessage again = Assert.Single(queues.Sent);
        Assert.Equal(QueueNames.PageAudits, again.Queue);
        Assert.Equal(clock.GetUtcNow().AddSeconds(7), again.VisibleAt);
        Assert.Equal(PageStatus.Queued, (await PageAsync(Start)).Status);
    }

    [Fact]
    public async Task The_slot_is_given_back_when_the_browser_is_missing_and_the_message_fails()
    {
        await StartScanAsync(Start);
        auditor.Meanwhile = () => throw new InvalidOperationException("No Chromium found.");

        await Assert.ThrowsAsync<InvalidOperationException>(() => DeliverAsync(Start));

        Assert.Equal("released www.eksempel.no", slots.Log[^1]);
        Assert.Equal(PageStatus.Queued, (await PageAsync(Start)).Status);
    }

    [Fact]
    public async Task A_site_that_asks_us_to_wait_is_asked_once_more_when_it_has_rested_and_then_the_page_is_blocked()
    {
        await StartScanAsync(Start);
        auditor.Answers[Start] = PageAudit.Unmeasured(Start, PageStatus.Blocked, PageReasons.Throttled, 429);
        auditor.RetryAfter = TimeSpan.FromMinutes(3);
        slots.Rests = TimeSpan.FromMinutes(3);

        await DeliverAsync(Start);

        Assert.Equal(["acquired www.eksempel.no", "noted throttled 00:03:00", "released www.eksempel.no"], slots.Log);
        Assert.False(auditor.LastRequest!.MayWait);
        Assert.Equal(clock.GetUtcNow().AddMinutes(3), Assert.Single(queues.Sent).VisibleAt);
        Assert.Equal(PageStatus.Queued, (await PageAsync(Start)).Status);

        await DeliverAsync(Start);

        PageRow row = await PageAsync(Start);
        Assert.Equal((2, PageStatus.Blocked, PageReasons.Throttled), (auditor.Looks, row.Status, row.Reason));
    }

    [Fact]
    public async Task A_wait_longer_than_a_scan_can_last_blocks_the_page_at_once()
    {
        await StartScanAsync(Start);
        auditor.Answers[Start] = PageAudit.Unmeasured(Start, PageStatus.Blocked, PageReasons.Throttled, 503);
        slots.Rests = HostHealth.LongestWait + TimeSpan.FromSeconds(1);

        await DeliverAsync(Start);

        Assert.Equal((PageStatus.Blocked, PageReasons.Throttled), ((await PageAsync(Start)).Status, (await PageAsync(Start)).Reason));
    }

    [Theory]
    [InlineData(PageReasons.Blocked)]
    [InlineData(PageReasons.Throttled)]
    public async Task A_host_that_is_left_alone_has_its_pages_recorded_with_the_reason_and_not_loaded(string reason)
    {
        await StartScanAsync(Start);
        slots.Answer = SlotAnswer.Refused(reason, TimeSpan.FromHours(1));

        await DeliverAsync(Start);

        PageRow row = await PageAsync(Start);
        Assert.Equal((0, PageStatus.Blocked, reason), (auditor.Looks, row.Status, row.Reason));
        Assert.Equal(0, auditor.PlacesTaken);
        Assert.Single(queues.Of<ScanStepMessage>());
    }

    [Fact]
    public async Task A_skipped_page_is_replaced_by_the_next_reserve_before_the_look_is_complete()
    {
        await StartScanAsync(Start, Start + "borte");
        await StoreSampleAsync(Start, Start + "r1", Start + "r2");
        auditor.Answers[Start + "borte"] = Gone(Start + "borte");
        await DeliverAsync(Start);

        await DeliverAsync(Start + "borte");

        PageRow reserve = await PageAsync(Start + "r1");
        Assert.Equal((PageStatus.Queued, PageKind.Random, PageKey.For(Start + "borte")), (reserve.Status, reserve.Kind, reserve.Replaces));
        Assert.Equal(PageKey.For(Start + "r1"), Assert.Single(queues.Of<AuditPageMessage>()).Page);
        Assert.Empty(queues.Of<ScanStepMessage>());
        await DeliverAsync(Start + "r1");
        Assert.Single(queues.Of<ScanStepMessage>());
    }

    [Fact]
    public async Task A_reserve_that_is_in_the_sample_or_taken_already_is_passed_over_and_a_skipped_reserve_is_replaced_too()
    {
        await StartScanAsync(Start + "a", Start + "b", Start + "r1");
        await StoreSampleAsync(Start + "r1", Start + "r2", Start + "r3", Start + "r4");
        foreach (string url in (string[])[Start + "a", Start + "b", Start + "r2"])
            auditor.Answers[url] = Gone(url);

        await DeliverAsync(Start + "a");
        await DeliverAsync(Start + "b");
        await DeliverAsync(Start + "r2");

        Assert.Equal(PageKey.For(Start + "a"), (await PageAsync(Start + "r2")).Replaces);
        Assert.Equal(PageKey.For(Start + "b"), (await PageAsync(Start + "r3")).Replaces);
        Assert.Equal(PageKey.For(Start + "r2"), (await PageAsync(Start + "r4")).Replaces);
    }

    [Fact]
    public async Task A_crash_between_replacement_and_row_leads_to_the_same_replacement()
    {
        await StartScanAsync(Start + "a", Start + "b");
        await StoreSampleAsync(Start + "r1", Start + "r2", Start + "r3");
        PageRow a = await PageAsync(Start + "a");
        var replacement = new SampleReplacement(pages, blobs, queues);
        await replacement.ReplaceAsync(scan, a, Cancellation);

        await replacement.ReplaceAsync(scan, a, Cancellation);

        Assert.Equal(a.RowKey, (await PageAsync(Start + "r1")).Replaces);
        Assert.Null(await pages.FindAsync(scan.ToString(), PageKey.For(Start + "r2"), Cancellation));
    }

    [Fact]
    public async Task Neither_a_follow_up_page_nor_a_second_look_is_replaced()
    {
        await StartScanAsync(Start);
        await StoreSampleAsync(Start + "r1");
        string followed = Start + "fulgt";
        await pages.PutAsync(Row(followed) with { Kind = PageKind.FollowUp }, Cancellation);
        await pages.PutAsync(Row(Start) with { RowKey = PageKey.SecondLook(PageKey.For(Start)) }, Cancellation);
        auditor.Answers[followed] = Gone(followed);
        auditor.Answers[Start] = Gone(Start);

        await DeliverAsync(followed);
        await handler.HandleAsync(new AuditPageMessage(scan, PageKey.SecondLook(PageKey.For(Start))), Cancellation);

        Assert.Equal(2, auditor.Looks);
        Assert.Null(await pages.FindAsync(scan.ToString(), PageKey.For(Start + "r1"), Cancellation));
    }

    [Fact]
    public async Task A_document_is_looked_at_as_one_and_no_page_takes_its_place()
    {
        string document = Start + "budsjett.pdf";
        await StartScanAsync(Start);
        await StoreSampleAsync(Start + "r1");
        await pages.PutAsync(Row(document) with { Kind = PageKind.Document }, Cancellation);
        auditor.Answers[document] = PageAudit.Unmeasured(document, PageStatus.Skipped, PageReasons.Unreadable);

        await DeliverAsync(document);

        Assert.True(auditor.LastRequest!.IsDocument);
        Assert.Equal((PageStatus.Skipped, PageReasons.Unreadable), ((await PageAsync(document)).Status, (await PageAsync(document)).Reason));
        Assert.Null(await pages.FindAsync(scan.ToString(), PageKey.For(Start + "r1"), Cancellation));
        await DeliverAsync(Start);
        Assert.False(auditor.LastRequest.IsDocument);
    }

    [Fact]
    public async Task A_document_audited_first_leaves_engines_and_browser_to_the_pages()
    {
        string document = Start + "budsjett.pdf";
        await StartScanAsync(Start);
        await pages.PutAsync(Row(document) with { Kind = PageKind.Document }, Cancellation);
        auditor.Answers[document] = new PageAudit(document, document, null, PageStatus.Audited, null, 200, 1, [], new PageEvidence("hash", 0, 0, [new EngineInfo("PdfPig", "0.1.16")], null, DateTimeOffset.UnixEpoch));

        await DeliverAsync(document);
        Assert.Null((await scans.FindAsync(Solution.ToString(), scan.ToString(), Cancellation))!.EnginesJson);
        await DeliverAsync(Start);

        Assert.Equal("Chromium 156", (await scans.FindAsync(Solution.ToString(), scan.ToString(), Cancellation))!.Browser);
    }

    [Fact]
    public async Task The_scope_follows_the_solution_and_the_sites_other_name()
    {
        await solutions.PutAsync(new SolutionRow { PartitionKey = Solution.Agency.Value, RowKey = Solution.ToString(), ScopePath = "/skole" }, Cancellation);
        await StartScanAsync("https://eksempel.no/skole/start");

        await DeliverAsync("https://eksempel.no/skole/start");

        Assert.Equal(("www.eksempel.no", "/skole"), (auditor.LastRequest!.Scope!.Follow(Start + "skole/a")!.Host, auditor.LastRequest.Scope.Path));
        Assert.Equal("no-public-2024", auditor.LastRequest.Regulation.Id);
    }

    [Fact]
    public async Task A_page_under_audit_brings_nothing_of_an_erased_solution_back()
    {
        await StartScanAsync(Start);
        auditor.Meanwhile = async () =>
        {
            await solutions.DeleteAsync(Solution.Agency.Value, Solution.ToString(), Cancellation);
            await scans.DeleteAsync(Solution.ToString(), scan.ToString(), Cancellation);
            await pages.DeleteAsync(scan.ToString(), PageKey.For(Start), Cancellation);
        };

        await DeliverAsync(Start);

        Assert.NotNull(auditor.Picture);
        List<string> left = [];
        await foreach (string blob in blobs.ListAsync("", Cancellation))
            left.Add(blob);
        Assert.Empty(left);
        Assert.Null(await scans.FindAsync(Solution.ToString(), scan.ToString(), Cancellation));
        Assert.Null(await pages.FindAsync(scan.ToString(), PageKey.For(Start), Cancellation));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Where_a_page_leads_is_held_against_the_robots_txt_of_its_scan(bool overridden, bool allowed)
    {
        await StartScanAsync(Start);
        var robots = new SiteRobots(new Dictionary<string, string?> { ["https://www.eksempel.no:443"] = "User-agent: *\nDisallow: /privat" }, "https://www.eksempel.no:443", overridden);
        await robots.KeepAsync(blobs, scan, Cancellation);

        await DeliverAsync(Start);

        Assert.Equal(allowed, auditor.LastRequest!.Allowed!(new Uri(Start + "privat/a")));
        Assert.True(auditor.LastRequest.Allowed(new Uri(Start + "a")));
    }

    [Fact]
    public async Task The_hosts_turn_is_taken_only_once_there_is_a_place_in_the_browser()
    {
        await StartScanAsync(Start);
        bool waited = false;
        auditor.WhileWaitingForAPlace = () =>
        {
            waited = true;
            Assert.Empty(slots.Log);
            return Task.CompletedTask;
        };
        auditor.Meanwhile = () =>
        {
            Assert.Equal(1, auditor.PlacesTaken);
            return Task.CompletedTask;
        };

        await DeliverAsync(Start);

        Assert.True(waited);
        Assert.Equal((1, 0), (auditor.Looks, auditor.PlacesTaken));
    }

    [Fact]
    public async Task A_place_is_given_back_when_it_is_not_our_turn()
    {
        await StartScanAsync(Start);
        slots.Answer = SlotAnswer.HeldByAnother(TimeSpan.FromSeconds(1));

        await DeliverAsync(Start);

        Assert.Equal((0, 0), (auditor.Looks, auditor.PlacesTaken));
    }

    [Fact]
    public async Task Two_copies_of_a_message_never_load_at_once_and_one_after_a_crash_waits_no_longer_than_the_lease()
    {
        await StartScanAsync(Start);
        var settings = new ScanSettings { HostDelaySeconds = 1, HostLeaseSeconds = 60 };
        AuditPageHandler real = Handler(new HostSlots(
            new MemoryHostRows<HostRow>(), new MemoryHostRows<HostStateRow>(), new HostNaming(Guards.Create()), Options.Create(settings), clock));
        var message = new AuditPageMessage(scan, PageKey.For(Start));
        var crash = new OperationCanceledException();
        auditor.Meanwhile = async () =>
        {
            auditor.Meanwhile = null;
            clock.Advance(TimeSpan.FromSeconds(59));
            await real.HandleAsync(message, Cancellation);
            Assert.Equal(1, auditor.Looks);
            // A process that dies gives nothing back.
            clock.Advance(TimeSpan.FromSeconds(1));
            await real.HandleAsync(message, Cancellation);
            Assert.Equal(2, auditor.Looks);
            throw crash;
        };

        Assert.Same(crash, await Assert.ThrowsAsync<OperationCanceledException>(() => real.HandleAsync(message, Cancellation)));

        Assert.Equal(PageStatus.Audited, (await PageAsync(Start)).Status);
    }

    private async Task StartScanAsync(params string[] urls)
    {
        await solutions.TryInsertAsync(new SolutionRow { PartitionKey = Solution.Agency.Value, RowKey = Solution.ToString() }, Cancellation);
        await scans.PutAsync(new ScanRow
        {
            PartitionKey = Solution.ToString(),
            RowKey = scan.ToString(),
            Url = urls[0],
            Status = ScanStatus.Running,
            Regulation = "no-public-2024",
            PagesSampled = urls.Length,
        }, Cancellation);
        foreach (string url in urls)
            await pages.PutAsync(Row(url), Cancellation);
    }

    private Task StoreSampleAsync(params string[] reserves) => blobs.WriteAsync(
        ScanBlobs.SampleOf(scan),
        new BinaryData(JsonSerializer.SerializeToUtf8Bytes(new Sample(1, [], [.. reserves.Select(u => new SamplePage(u, PageKind.Random))], 9), MonitorJson.Options)),
        "application/json",
        Cancellation);

    private PageRow Row(string url) => new() { PartitionKey = scan.ToString(), RowKey = PageKey.For(url), Url = url, Kind = PageKind.Random, Status = PageStatus.Queued };

    private Task DeliverAsync(string url)
    {
        while (queues.TakeVisible() is not null)
        {
            // What is looked at is what this delivery sends.
        }
        return handler.HandleAsync(new AuditPageMessage(scan, PageKey.For(url)), Cancellation);
    }

    private async Task<PageRow> PageAsync(string url) => (await pages.FindAsync(scan.ToString(), PageKey.For(url), Cancellation))!;

    private static PageAudit Gone(string url) => PageAudit.Unmeasured(url, PageStatus.Skipped, PageReasons.Gone, 404);
}
