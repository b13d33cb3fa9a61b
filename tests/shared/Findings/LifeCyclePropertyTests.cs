using System.Text.Json;
using CsCheck;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Shared.Tests.Findings;

public sealed class LifeCyclePropertyTests
{
    private static readonly string[] Causes = ["alt/1", "alt/2", "contrast/1/Navn/main", "contrast/2/Navn/main", "nontext/1"];

    private static readonly Gen<string[]> SomeCauses = Gen.Shuffle(Causes, 0, 3);

    private static readonly Gen<PageSpec> Look =
        from failed in SomeCauses
        from doubtful in Gen.Shuffle(Causes, 0, 1)
        from version in Gen.Int[0, 3].Select(i => i == 0 ? "2" : "1")
        from kind in Gen.Int[0, 11]
        let page = new PageSpec("") { Failed = failed, Doubtful = doubtful, Version = version }
        select kind switch
        {
            0 => page.Broken(),
            1 => page.Gone(),
            2 => page.WithoutRunning("alt"),
            3 => page.Blocked(),
            _ => page,
        };

    private static readonly Gen<PageSpec[]> Pages =
        from looks in Gen.Select(Look, Look.Null()).Array[4]
        from moved in Gen.Int[0, 12]
        select looks.Select((l, i) => l.Item1 with
        {
            Name = $"p{i}",
            Second = l.Item1.Status == PageStatus.Audited && l.Item2 is { } second ? second with { Name = $"p{i}" } : null,
            MovedTo = moved == i ? $"p{(i + 1) % 4}" : null,
        }).ToArray();

    private static readonly Gen<PageSpec[][]> Story = Pages.Array[1, 6];

    private static string Text(Transitions transitions) => JsonSerializer.Serialize(transitions, MonitorJson.Options);

    [Fact]
    public void The_order_of_pages_does_not_matter() => Gen.Select(Story, Gen.Int).Sample((story, seed) =>
    {
        LifeCycleBench bench = LifeCycleBench.After(story[..^1]);
        ScanObservations scan = bench.Observe(story[^1]);
        (PageRow, PageAudit?)[] looks = [.. story[^1].SelectMany(p => p.Looks())];
        new Random(seed).Shuffle(looks);
        var shuffled = ScanObservations.Of(scan.Scan, scan.At, scan.Regulation, scan.Baseline, looks);
        Assert.Equal(Text(FindingLifeCycle.Apply(bench.State, scan)), Text(FindingLifeCycle.Apply(bench.State, shuffled)));
        Assert.Equal(
            SecondLooks.Choose(Candidate.Of(bench.State, scan), 10), SecondLooks.Choose(Candidate.Of(bench.State, shuffled), 10));
    }, iter: 300);

    [Fact]
    public void Applying_twice_is_applying_once() => Story.Sample(story =>
    {
        LifeCycleBench bench = LifeCycleBench.After(story);
        Assert.Empty(FindingLifeCycle.Apply(bench.State, bench.LastScan).Findings);
    }, iter: 300);

    [Fact]
    public void A_scan_without_an_audited_page_changes_nothing() => Story.Sample(story =>
    {
        LifeCycleBench bench = LifeCycleBench.After(story);
        Transitions none = bench.Scan([.. story[^1].Select(p => p with { Status = PageStatus.Failed, Reason = PageReasons.Timeout, Second = null })]);
        Assert.Empty(none.Findings);
        Assert.Equal(bench.Before.History, none.History);
    }, iter: 100);

    [Fact]
    public void Nothing_is_fixed_without_absence_in_both_looks_of_a_page_and_sight_in_none() => Story.Sample(story => Each(story, (bench, step) =>
    {
        if (!step.Entered(FindingState.Fixed) || step.Before == FindingState.Unconfirmed)
            return;
        string fingerprint = step.After.Fingerprint;
        string[] carriers = [.. bench.Before.Findings[fingerprint].Occurrences.Select(o => bench.LastScan.Moves.GetValueOrDefault(o.RowKey, o.RowKey))];
        PageObservation[] pages = [.. carriers.Where(bench.LastScan.Pages.ContainsKey).Select(k => bench.LastScan.Pages[k])];
        Assert.Contains(pages, p => p.First.Kind == PageSightKind.Audited && p.Second?.Kind == PageSightKind.Audited);
        Assert.DoesNotContain(pages, p => p.First.Kind == PageSightKind.Unmeasured);
        Assert.DoesNotContain(
            bench.LastScan.AuditedLooks, s => s.Failed.ContainsKey(fingerprint));
    }), iter: 500);

    [Fact]
    public void Nothing_is_told_as_news_that_was_not_seen_in_two_page_loads() => Story.Sample(story => Each(story, (bench, step) =>
    {
        if (!step.Entered(FindingState.New) && !step.Entered(FindingState.Reopened))
            return;
        var evidence = FindingEvidence.Of(step.After.Fingerprint, null, bench.LastScan);
        Assert.NotEmpty(evidence.SeenFirst);
        Assert.True(evidence.SeenSecond.Count > 0 || step.Before == FindingState.Unconfirmed);
        Assert.False(bench.LastScan.Baseline);
    }), iter: 500);

    [Fact]
    public void Only_what_failed_opens_and_what_was_not_seen_is_never_news() => Story.Sample(story => Each(story, (bench, step) =>
    {
        bool seen = bench.LastScan.AuditedLooks.Any(s => s.Failed.ContainsKey(step.After.Fingerprint));
        if (step.After.State is FindingState.FirstSeen or FindingState.New or FindingState.Persisting or FindingState.Reopened)
            Assert.True(seen);
        if (step.After.State is FindingState.Fixed or FindingState.NotVerified or FindingState.Closed)
            Assert.False(seen);
        Assert.Equal(step.After.State == FindingState.Closed, step.After.ClosedReason is not null);
        Assert.Equal(step.After.State == FindingState.NotVerified, step.After.NotVerifiedReason is not null);
    }), iter: 500);

    [Fact]
    public void The_frozen_form_reads_back_as_it_was_written() => Story.Sample(story =>
    {
        Transitions written = LifeCycleBench.After(story).Last;
        Transitions read = JsonSerializer.Deserialize<Transitions>(Text(written), MonitorJson.Options)!;
        Assert.Equal(Text(written), Text(read));
        Assert.Equal(written.Findings.Select(f => f.After), read.Findings.Select(f => f.After));
    }, iter: 50);

    private static void Each(PageSpec[][] story, Action<LifeCycleBench, FindingTransition> check)
    {
        var bench = new LifeCycleBench();
        foreach (PageSpec[] pages in story)
        {
            bench.Scan(pages);
            foreach (FindingTransition step in bench.Last.Findings)
                check(bench, step);
        }
    }
}
