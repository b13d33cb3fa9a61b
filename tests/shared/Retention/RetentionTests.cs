using Monitor.Shared.Access;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Obligations;
using Monitor.Shared.Retention;
using Monitor.Shared.Scans;
using Monitor.Shared.Tests.Alerts;
using Xunit;
using static Monitor.Shared.Tests.Retention.RetentionWorld;

namespace Monitor.Shared.Tests.Retention;

/// <summary>What is let go of and what stays.</summary>
public sealed class RetentionTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_scan_older_than_evidence_is_kept_goes_whole_and_its_point_in_the_trend_stays()
    {
        await using var world = new RetentionWorld();
        await world.RegisterAsync();
        ScanId old = await world.ScanAsync();
        world.Clock.Advance(399 * Day);
        ScanId kept = await world.ScanAsync();
        world.Clock.Advance(2 * Day);
        ScanId last = await world.ScanAsync();

        await world.RunAsync();

        Assert.Equal([last.ToString(), kept.ToString()], (await world.AllAsync<ScanRow>()).Select(s => s.RowKey));
        Assert.DoesNotContain(await world.AllAsync<PageRow>(), p => p.PartitionKey == old.ToString());
        Assert.DoesNotContain(await world.BlobsAsync(), b => b.Contains(old.ToString(), StringComparison.Ordinal));
        Assert.Equal(8, (await world.BlobsAsync()).Count);
        Assert.Equal(3, (await world.AllAsync<TrendRow>()).Count);
    }

    [Fact]
    public async Task The_last_scan_stays_with_its_result_however_old_and_without_what_its_pages_showed()
    {
        await using var world = new RetentionWorld();
        await world.RegisterAsync();
        ScanId last = await world.ScanAsync();
        world.Clock.Advance(1000 * Day);

        await world.RunAsync();

        Assert.Single(await world.AllAsync<ScanRow>());
        Assert.Contains($"scans/{last}/result.json", await world.BlobsAsync());
        Assert.DoesNotContain($"scans/{last}/pages/page.json.gz", await world.BlobsAsync());
    }

    [Fact]
    public async Task A_scan_that_has_not_ended_is_left_alone()
    {
        await using var world = new RetentionWorld();
        await world.RegisterAsync();
        var scan = ScanId.New(Site, world.Clock.GetUtcNow());
        await world.PutAsync(new ScanRow { PartitionKey = Site.ToString(), RowKey = scan.ToString(), Status = ScanStatus.Running, CreatedAt = world.Clock.GetUtcNow() });
        world.Clock.Advance(1000 * Day);

        await world.RunAsync();

        Assert.Single(await world.AllAsync<ScanRow>());
    }

    [Fact]
    public async Task A_picture_goes_when_what_it_shows_was_not_seen_for_as_long_as_evidence_is_kept()
    {
        await using var world = new RetentionWorld();
        await world.RegisterAsync();
        await world.FindingAsync("a", "gone");
        await world.FindingAsync("b", "seen-again");
        await world.FindingAsync("c", "over", FindingState.Fixed);
        world.Clock.Advance(399 * Day);
        await world.FindingAsync("b", "seen-again");
        await world.FindingAsync("d", "new");
        world.Clock.Advance(2 * Day);

        await world.RunAsync();

        Assert.Equal([Picture("new"), Picture("seen-again")], await world.BlobsAsync());
        Dictionary<string, OccurrenceRow> seen = (await world.AllAsync<OccurrenceRow>()).ToDictionary(o => o.PartitionKey[^1..]);
        Assert.Equal((null, ""), (seen["a"].Screenshot, seen["a"].Snippet));
        Assert.Equal((Picture("seen-again"), "<img>"), (seen["b"].Screenshot, seen["b"].Snippet));
        Dictionary<string, FindingRow> findings = (await world.AllAsync<FindingRow>()).ToDictionary(f => f.Fingerprint);
        // By its name an open finding is known again after a change of template; one that is over needs none.
        Assert.Equal(("Ring Ola", null), (findings["a"].AccessibleName, findings["c"].AccessibleName));
    }

    [Fact]
    public async Task How_long_is_a_setting()
    {
        await using var world = new RetentionWorld(("Monitor:Retention:EvidenceDays", "30"));
        await world.RegisterAsync();
        await world.ScanAsync();
        world.Clock.Advance(31 * Day);
        await world.ScanAsync();

        await world.RunAsync();

        Assert.Single(await world.AllAsync<ScanRow>());
    }

    [Fact]
    public async Task Decisions_and_the_audit_log_outlive_evidence_and_end_with_the_archival_period()
    {
        await using var world = new RetentionWorld();
        await world.RegisterAsync();
        DateTimeOffset then = world.Clock.GetUtcNow();
        await world.PutAsync(new AuditRow { PartitionKey = "20250101", RowKey = "x", At = then });
        await world.PutAsync(new TaskRow { PartitionKey = TaskRow.Partition, RowKey = "decided", State = TaskState.Accepted, CreatedAt = then, DecidedAt = then });
        await world.PutAsync(new TaskRow { PartitionKey = TaskRow.Partition, RowKey = "open", CreatedAt = then });
        await world.PutAsync(new DecisionRow { PartitionKey = "991825827", RowKey = "SetAside|x", ArchivedAt = then });
        await world.PutAsync(new DeclarationRow { PartitionKey = Agency.Value, RowKey = DeclarationRow.KeyOf("a", then), At = then });
        await world.PutAsync(new DeclarationRow { PartitionKey = Agency.Value, RowKey = DeclarationRow.KeyOf("a", then + Day), At = then + Day });
        string current = ComplianceRow.Observed("b");
        await world.PutAsync(new ComplianceRow { PartitionKey = Agency.Value, RowKey = current, OutcomeSince = then + Day });
        await world.PutAsync(new ComplianceHistoryRow { PartitionKey = Agency.Value, RowKey = ComplianceHistoryRow.KeyOf(current, then), Since = then });
        await world.PutAsync(new ComplianceHistoryRow { PartitionKey = Agency.Value, RowKey = ComplianceHistoryRow.KeyOf(current, then + Day), Since = then + Day });

        world.Clock.Advance(3649 * Day);
        await world.RunAsync();
        Assert.Equal((1, 2, 1, 2, 2), await CountsAsync());

        world.Clock.Advance(3 * Day);
        await world.PutAsync(new AuditRow { PartitionKey = "20341231", RowKey = "new" });
        await world.RunAsync();

        // What stands is kept however old: the newest declaration, the outcome of today, the task that waits.
        Assert.Equal((1, 1, 0, 1, 1), await CountsAsync());
        Assert.Equal("new", Assert.Single(await world.AllAsync<AuditRow>()).RowKey);
        Assert.Equal("open", Assert.Single(await world.AllAsync<TaskRow>()).RowKey);

        async Task<(int, int, int, int, int)> CountsAsync() => (
            (await world.AllAsync<AuditRow>()).Count, (await world.AllAsync<TaskRow>()).Count, (await world.AllAsync<DecisionRow>()).Count,
            (await world.AllAsync<DeclarationRow>()).Count, (await world.AllAsync<ComplianceHistoryRow>()).Count);
    }

    [Fact]
    public async Task The_text_of_a_mail_goes_with_evidence_unless_it_is_still_owed_and_its_row_stays()
    {
        await using var world = new RetentionWorld();
        foreach (string name in new[] { "mail/g-sent.eml", "mail/g.json", "mail/h-owed.eml", "mail/h.json" })
            await world.BlobAsync(name);
        await world.PutAsync(new OutboxRow { PartitionKey = Agency.Value, RowKey = "g-sent", State = OutboxState.Sent });
        await world.PutAsync(new OwedMailRow { PartitionKey = OwedMailRow.Partition, RowKey = $"{Agency}|h-owed" });
        world.Clock.Advance(401 * Day);
        await world.BlobAsync("mail/i-new.eml");

        await world.RunAsync();

        Assert.Equal(["mail/h-owed.eml", "mail/h.json", "mail/i-new.eml"], await world.BlobsAsync());
        Assert.Single(await world.AllAsync<OutboxRow>());
    }

    [Fact]
    public async Task Killed_at_any_write_the_next_run_ends_as_if_nothing_had_been()
    {
        IReadOnlyList<string> undisturbed = [];
        for (int at = int.MaxValue, points = 0; at >= 0; at = at == int.MaxValue ? points - 1 : at - 1)
        {
            await using RetentionWorld world = await FilledAsync();
            (world.Kill.Passed, world.Kill.At) = (0, at);
            try
            {
                await world.RunAsync();
                points = world.Kill.Passed;
            }
            catch (KilledException)
            {
                world.Kill.At = int.MaxValue;
                await world.RunAsync();
            }
            IReadOnlyList<string> left = await world.EverythingAsync();
            if (at == int.MaxValue)
            {
                undisturbed = left;
                Assert.InRange(points, 10, 200);
            }
            // Ids of scans are drawn anew in each world.
            Assert.Equal(undisturbed.Select(Plain), left.Select(Plain));
        }

        static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text, "(aaaaaaaa-[0-9a-z]+)-[a-z2-7]+", "$1");
    }

    [Fact]
    public async Task A_run_takes_a_bounded_time_and_the_next_goes_on_where_it_left_off()
    {
        await using var world = new RetentionWorld();
        OrgNumber first = OrgNumber.Parse("310000108"), second = Agency;
        await world.RegisterAsync(first);
        await world.RegisterAsync(second);
        foreach (OrgNumber agency in new[] { first, second })
            await world.ScanAsync(SolutionId.Parse($"{agency}-aaaaaaaa"));
        world.Clock.Advance(401 * Day);
        foreach (OrgNumber agency in new[] { first, second })
            await world.ScanAsync(SolutionId.Parse($"{agency}-aaaaaaaa"));
        // Every look at the clock takes two minutes.
        world.Clock.AutoAdvanceAmount = TimeSpan.FromMinutes(2);

        await world.RunAsync();
        Assert.Equal(3, (await world.AllAsync<ScanRow>()).Count);
        Assert.Contains(RetentionSweeper.MarkBlob, await world.BlobsAsync());

        await world.RunAsync();
        Assert.Equal(2, (await world.AllAsync<ScanRow>()).Count);
        Assert.DoesNotContain(RetentionSweeper.MarkBlob, await world.BlobsAsync());
    }

    private static async Task<RetentionWorld> FilledAsync()
    {
        var world = new RetentionWorld();
        await world.RegisterAsync();
        await world.ScanAsync();
        await world.FindingAsync("a", "gone");
        world.Clock.Advance(401 * Day);
        await world.ScanAsync();
        await world.FindingAsync("b", "new");
        return world;
    }
}
