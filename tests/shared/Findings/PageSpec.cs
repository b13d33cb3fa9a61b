using System.Text.Json;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;

namespace Monitor.Shared.Tests.Findings;

/// <summary>A page of a scan as a test writes it. A cause is <c>rule/path</c>, with <c>/name</c> and <c>/landmark</c> behind it where these matter.</summary>
internal sealed record PageSpec(string Name)
{
    private static readonly Dictionary<string, string[]> Rules = new()
    {
        ["alt"] = ["1.1.1"],
        ["contrast"] = ["1.4.3"],
        ["label"] = ["1.3.1", "4.1.2"],
        ["nontext"] = ["1.4.11"],
    };

    public PageStatus Status { get; init; } = PageStatus.Audited;

    public string? Reason { get; init; }

    public IReadOnlyList<string> Failed { get; init; } = [];

    public IReadOnlyList<string> Doubtful { get; init; } = [];

    public IReadOnlyList<string> NotRun { get; init; } = [];

    public IReadOnlyList<string> Unlisted { get; init; } = [];

    public string Version { get; init; } = "1";

    public IReadOnlyList<string> Partly { get; init; } = [];

    public string? MovedTo { get; init; }

    public string? SentTo { get; init; }

    public PageSpec? Second { get; init; }

    /// <summary>What has to be pressed to see what failed.</summary>
    public string? After { get; init; }

    /// <summary>What was looked into behind clicks.</summary>
    public PageStates? States { get; init; }

    /// <summary>What it shows beside findings; null for nothing.</summary>
    public PageShown? Shown { get; init; }

    /// <summary>What it has in common with other pages; null for nothing.</summary>
    public string? Menu { get; init; }

    public string Url => $"https://example.test/{Name}";

    public string Key => PageKey.For(Url);

    public static PageSpec P(string name, params string[] failed) => new(name) { Failed = failed };

    public static string Fp(string cause)
    {
        string[] parts = cause.Split('/');
        return Fingerprint.For(parts[0], parts[1]);
    }

    /// <summary>With a second look that saw these causes.</summary>
    public PageSpec Again(params string[] failed) => this with { Second = new PageSpec(Name) { Failed = failed, Version = Version } };

    /// <summary>With a second look that came to nothing.</summary>
    public PageSpec AgainFailing() => this with { Second = new PageSpec(Name).Broken() };

    public PageSpec Doubt(params string[] causes) => this with { Doubtful = causes };

    public PageSpec Broken() => this with { Status = PageStatus.Failed, Reason = PageReasons.ServerError };

    public PageSpec Blocked() => this with { Status = PageStatus.Blocked, Reason = PageReasons.Refused };

    public PageSpec Skipped(string reason) => this with { Status = PageStatus.Skipped, Reason = reason };

    public PageSpec Gone() => Skipped(PageReasons.Gone);

    public PageSpec WithoutRunning(params string[] rules) => this with { NotRun = rules };

    public PageSpec WithoutListing(params string[] rules) => this with { Unlisted = rules };

    public PageSpec In(string version) => this with { Version = version, Second = Second is null ? null : Second with { Version = version } };

    public PageSpec Moved(string to) => this with { MovedTo = to };

    /// <summary>Answers with a redirect that is not permanent, in the second look too.</summary>
    public PageSpec Sent(string to) => this with { SentTo = to, Second = Second is null ? null : Second with { SentTo = to } };

    /// <summary>With rules that did not see all of the page.</summary>
    public PageSpec PartlyRunning(params string[] rules) => this with { Partly = rules, Second = Second is null ? null : Second with { Partly = rules } };

    /// <summary>With what was looked into behind clicks; what failed was seen behind the first of them.</summary>
    public PageSpec Behind(bool complete, params string[] judged)
    {
        var states = new PageStates(judged, complete, 10);
        return this with { After = judged.FirstOrDefault(), States = states, Second = Second is null ? null : Second with { After = judged.FirstOrDefault(), States = states } };
    }

    public IEnumerable<(PageRow Row, PageAudit? Audit)> Looks()
    {
        yield return (Row(Key), Audit());
        if (Second is not null)
            yield return (Second.Row(PageKey.SecondLook(Key)), (Second with { MovedTo = MovedTo }).Audit());
    }

    public PageAudit Audit() => Status != PageStatus.Audited
        ? PageAudit.Unmeasured(Url, Status, Reason!)
        : new PageAudit(
            Url, (MovedTo ?? SentTo) is { } final ? new PageSpec(final).Url : Url, Name, Status, null, 200, 10,
            [.. Rules.Where(r => !Unlisted.Contains(r.Key)).Select(r => Rule(r.Key, r.Value))],
            new PageEvidence("hash", 1280, 800, [new EngineInfo("engine", Version)], "browser 1", DateTimeOffset.UnixEpoch))
        {
            MovedPermanently = MovedTo is not null,
            Shown = Shown,
            States = States,
            Gathered = Menu is null ? null : JsonSerializer.SerializeToElement(Menu),
        };

    private PageRow Row(string key) => new() { PartitionKey = "scan", RowKey = key, Url = Url, Status = Status, Reason = Reason };

    private RuleResult Rule(string rule, string[] wcag)
    {
        ElementResult[] elements =
        [
            .. Failed.Where(c => c.StartsWith(rule + "/", StringComparison.Ordinal)).Select(c => Element(c, Outcome.Failed)),
            .. Doubtful.Where(c => c.StartsWith(rule + "/", StringComparison.Ordinal)).Select(c => Element(c, Outcome.CantTell)),
        ];
        Outcome outcome = NotRun.Contains(rule) ? Outcome.Untested
            : elements.Length == 0 ? Outcome.Passed
            : elements.Max(e => e.Outcome);
        return new RuleResult("test", rule, Version, outcome, wcag, elements.Length > 0 ? "serious" : null, $"{rule} is wrong", elements) { Incomplete = Partly.Contains(rule) };
    }

    private ElementResult Element(string cause, Outcome outcome)
    {
        string[] parts = cause.Split('/');
        return new ElementResult(outcome, Fp(cause), parts[1], "<i>", parts.ElementAtOrDefault(2), parts.ElementAtOrDefault(3), null, null) { After = After };
    }
}
