using System.Text.Json.Serialization;
using Monitor.Shared.Domain;

namespace Monitor.Shared.Scans;

/// <summary>A scan's result as other programs read it, schema <c>monitor.scan/1</c>. Members may be added, never renamed.</summary>
public sealed record ScanResult(
    [property: JsonPropertyOrder(-1)] string Schema,
    ScanResultSolution Solution,
    ScanResultScan Scan,
    IReadOnlyList<ScanResultPage> Pages,
    IReadOnlyList<ScanResultFinding> Findings,
    IReadOnlyList<ScanResultCriterion> Criteria,
    ScanResultSummary Summary)
{
    /// <summary>The schema's name and version.</summary>
    public const string SchemaId = "monitor.scan/1";
}

/// <summary>What was scanned.</summary>
public sealed record ScanResultSolution(string Url);

/// <summary>When and how.</summary>
public sealed record ScanResultScan(
    string Id, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, ScanStatus Status, string? Reason, string Regulation,
    IReadOnlyList<EngineInfo> Engines, string? Browser, long Seed, int PagesDiscovered)
{
    /// <summary>The documents that the crawl met; null where there was no crawl to meet any.</summary>
    public DocumentCount? Documents { get; init; }
}

/// <summary>One page and what became of it.</summary>
public sealed record ScanResultPage(
    string Url, string? FinalUrl, string? Title, PageStatus Status, string? Reason, int? HttpStatus, int DurationMs, PageKind Kind);

/// <summary>One cause of failure, or of doubt, with everywhere it was seen.</summary>
public sealed record ScanResultFinding(
    string Fingerprint, string Check, string Rule, Outcome Outcome, IReadOnlyList<string> Wcag, string? Impact, string Message,
    IReadOnlyList<ScanResultOccurrence> Occurrences);

/// <summary>One place where a finding was seen.</summary>
public sealed record ScanResultOccurrence(string Page, string Target, string Snippet)
{
    /// <summary>The names of the controls that were pressed before it could be seen; null for what the page shows by itself.</summary>
    public string? After { get; init; }
}

/// <summary>One success criterion of the regulation. <c>passed</c> means that every rule of ours for it ran and passed: never conformity.</summary>
public sealed record ScanResultCriterion(string Wcag, Outcome Outcome, int PagesFailed, int PagesTested)
{
    /// <summary>Why nothing can be told of it, or not without a person: a code of <see cref="CriterionReasons"/>; null when it was tested.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason in English where no rule judges the criterion.</summary>
    public string? Why { get; init; }

    /// <summary>The regulation's own number for it, e.g. a clause of EN 301 549.</summary>
    public string? Clause { get; init; }

    /// <summary>How far it was tested.</summary>
    public CriterionStatus Status => Outcome switch
    {
        Outcome.CantTell => CriterionStatus.CantTell,
        Outcome.Untested => Reason == CriterionReasons.NeverByMachine ? CriterionStatus.NeverByMachine : CriterionStatus.NotTested,
        _ => CriterionStatus.Tested,
    };
}

/// <summary>The figures, each with its denominator.</summary>
/// <param name="PagesAudited">Pages judged.</param>
/// <param name="Findings">Failed findings.</param>
/// <param name="FindingsCantTell">Findings a person must look at.</param>
/// <param name="CriteriaFailed">Criteria with a failed finding.</param>
/// <param name="CriteriaTested">Criteria that some rule of ours tested.</param>
/// <param name="CriteriaInRegulation">Criteria of the regulation.</param>
public sealed record ScanResultSummary(
    int PagesAudited, int Findings, int FindingsCantTell, int CriteriaFailed, int CriteriaTested, int CriteriaInRegulation)
{
    /// <summary>
    /// The rules that failed on pages drawn at random and on no other: with any of them, the sample is too small to show every kind of failure.
    /// Null where nothing could be compared.
    /// </summary>
    public IReadOnlyList<ScanResultRule>? OnlyAtRandom { get; init; }
}

/// <summary>A rule, by its check's id and its own.</summary>
public sealed record ScanResultRule(string Check, string Rule);
