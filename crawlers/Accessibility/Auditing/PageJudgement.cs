using System.Text.Json;
using Microsoft.Extensions.Logging;
using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>Runs checks on a page in whatever state that is, and gathers what they come to.</summary>
internal sealed class PageJudgement(BrowserPage page, IEvidenceStore evidence, AuditLimits limits, TimeProvider clock, ILogger logger)
{
    private readonly FindingRecorder recorder = new(page, evidence);
    private readonly RuleResults results = new();
    private readonly List<CheckReading> readings = [];
    private readonly PageProbes probes = new(page.Page);

    /// <summary>What each rule came to.</summary>
    public IReadOnlyList<RuleResult> Results => results.All;

    /// <summary>What the checks that only read saw when the page had arrived.</summary>
    public IReadOnlyList<CheckReading> Readings => readings;

    /// <summary>What was gathered of the page as it arrived, see <see cref="PageAudit.Gathered"/>.</summary>
    public JsonElement? Gathered { get; private set; }

    /// <summary>The controls that were pressed before what is recorded now could be seen, see <see cref="ElementResult.After"/>.</summary>
    public string? After { get; set; }

    /// <summary>Holds the page where it is, and the site as it is.</summary>
    public Task<ActingGuard> HoldAsync(CancellationToken cancellation)
    {
        page.Hold();
        return ActingGuard.OfAsync(probes, cancellation);
    }

    /// <summary>Runs a check; false when it did not finish. Its rules are untested then.</summary>
    public async Task<bool> TryAsync(AskedCheck asked, CancellationToken cancellation)
    {
        IReadOnlyList<RuleObservation>? observations = await RunAsync(asked, cancellation);
        if (observations is not null && !asked.Check.Acts)
            readings.Add(new CheckReading(asked, observations));
        if (observations is not null || asked.Check.Acts)
            results.Add(await TellAsync([new CheckReading(asked, observations ?? [])], cancellation));
        return observations is not null;
    }

    /// <summary>Notes that a check was not run.</summary>
    public async Task SkipAsync(AskedCheck asked, CancellationToken cancellation) => results.Add(await TellAsync([new CheckReading(asked, [])], cancellation));

    /// <summary>What the checks that only read see on the page as it is now.</summary>
    /// <param name="within">The elements that alone matter; none for the whole page.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<CheckReading>> ReadAgainAsync(IReadOnlyList<ElementAddress> within, CancellationToken cancellation)
    {
        Changed();
        var again = new List<CheckReading>();
        foreach (AskedCheck asked in readings.Select(r => r.Asked))
            again.Add(new CheckReading(asked, await page.WhileAliveAsync(asked.Check.RunAsync(Context(asked) with { Within = within }, cancellation), cancellation)));
        return again;
    }

    /// <summary>What readings come to, told while the page is still as they saw it.</summary>
    public async Task<IReadOnlyList<RuleResult>> TellAsync(IReadOnlyList<CheckReading> seen, CancellationToken cancellation)
    {
        var told = new List<RuleResult>();
        foreach (CheckReading reading in seen)
            told.AddRange(await recorder.RecordAsync(reading.Asked.Check, reading.Asked.Rules, reading.Observations, After, cancellation));
        return told;
    }

    /// <summary>Keeps of what was told what is of some elements.</summary>
    public void Keep(IReadOnlyList<RuleResult> told, IReadOnlyList<CheckReading> of, CancellationToken cancellation)
    {
        // Whoever ran out of time has no say any more.
        cancellation.ThrowIfCancellationRequested();
        HashSet<(string, string)> kept = [.. of.SelectMany(r => r.Elements).Select(e => (e.Rule, FindingRecorder.TargetOf(e.Element)))];
        results.Add(told.Select(r => r with { Elements = [.. r.Elements.Where(e => kept.Contains((r.Rule, e.Target)))] })
            .Where(r => r.Elements.Count > 0)
            .Select(r => r with { Outcome = r.Elements.Max(e => e.Outcome) }));
    }

    /// <summary>The page is another than it was.</summary>
    public void Changed() => probes.Forget();

    private CheckContext Context(AskedCheck asked) => new(page.Page, asked.Rules) { Probes = probes };

    private async Task<IReadOnlyList<RuleObservation>?> RunAsync(AskedCheck asked, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(asked.Check.Acts ? limits.ActingCheck : Timeout.InfiniteTimeSpan, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            if (asked.Check.Acts)
                await HoldAsync(limit.Token);
            return await page.WhileAliveAsync(asked.Check.RunAsync(Context(asked) with { Gather = g => Gathered = g }, limit.Token), limit.Token);
        }
        // Engines report their own trouble by exceptions of any type; none of them says anything about the page.
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            logger.LogWarning(e, "Check {Check} did not finish on {Url}", asked.Check.Id, page.Page.Url);
            return null;
        }
    }
}
