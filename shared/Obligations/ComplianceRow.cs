using System.Text.Json.Serialization;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Obligations;

/// <summary>What is known of one obligation for one agency. Partition orgnr, row <c>obligation id|observed</c> or <c>…|declared</c>.</summary>
public sealed record ComplianceRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "compliance";

    /// <summary>The row key of what was observed.</summary>
    public static string Observed(string obligation) => $"{obligation}|observed";

    /// <summary>The obligation whose observation has a row key; null for the key of a declaration.</summary>
    public static string? ObligationOf(string observedKey) => observedKey.Split('|') is [var obligation, "observed"] ? obligation : null;

    /// <summary>The row key of what the agency declares.</summary>
    public static string Declared(string obligation) => $"{obligation}|declared";

    /// <summary>The outcome that stands.</summary>
    public ObligationOutcome Outcome { get; set; }

    /// <summary>When the outcome last changed (UTC); names its row in the history. Null on rows that have no history.</summary>
    public DateTimeOffset? OutcomeSince { get; set; }

    /// <summary>Why, a code of <see cref="ObligationReasons"/>; null for a plain met. On an outcome that stands until a second observation it is <c>secondCheckDue</c>.</summary>
    public string? Reason { get; set; }

    /// <summary>A not-met seen once, waiting for its second observation at least 20 h later.</summary>
    public ObligationOutcome? Candidate { get; set; }

    /// <summary>When the candidate was first seen (UTC).</summary>
    public DateTimeOffset? CandidateSince { get; set; }

    /// <summary>What the candidate rests on, as JSON; null without one.</summary>
    public string? CandidateEvidenceJson { get; set; }

    /// <summary>What its source last told for good. It outlives an outage, so that a not-met confirmed before needs no second observation after it.</summary>
    public ObligationOutcome? Settled { get; set; }

    /// <summary>Since when its source has told the settled outcome (UTC), outages in between or not; null without one.</summary>
    public DateTimeOffset? SettledSince { get; set; }

    /// <summary>How often the settled outcome has become another one: names the turn.</summary>
    public int SettledTurn { get; set; }

    /// <summary>What the settled outcome rests on, as JSON; null without one.</summary>
    public string? SettledEvidenceJson { get; set; }

    /// <summary>Evidence as JSON, a list of <see cref="Evidence"/>.</summary>
    public string EvidenceJson { get; set; } = "[]";

    /// <summary>The edition of the circular it was judged by.</summary>
    public string Edition { get; set; } = "";

    /// <summary>The version of the rule it was judged by; null on what is declared.</summary>
    public int? RuleVersion { get; set; }

    /// <summary>When its source last told (UTC): how old the observation or the declaration is.</summary>
    public DateTimeOffset CheckedAt { get; set; }

    /// <summary>When its source was last asked (UTC), with or without an answer.</summary>
    public DateTimeOffset? AskedAt { get; set; }
}

/// <summary>What an obligation came to.</summary>
public enum ObligationOutcome
{
    /// <summary>Not observed and not declared, with a reason.</summary>
    Untested,

    /// <summary>Does not bind this body.</summary>
    NotApplicable,

    /// <summary>A sign was seen, or nothing was found in a register that need not be complete: no verdict.</summary>
    CantTell,

    /// <summary>Met.</summary>
    Met,

    /// <summary>Not met.</summary>
    NotMet,
}

/// <summary>One fact an outcome rests on.</summary>
/// <param name="Source">The registry or page, e.g. <c>data.norge.no SPARQL</c>.</param>
/// <param name="Fact">The fact, in English unless <see cref="In"/> put it in another language.</param>
/// <param name="Url">Where to see it; null when nowhere.</param>
public sealed record Evidence(string Source, string Fact, string? Url)
{
    /// <summary>The fact in every language; null where it was only ever said in English, and on what goes out in one language.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocalizedText? Texts { get; init; }

    /// <summary>The evidence as told in one language.</summary>
    public Evidence In(Language language) => Texts is { } texts ? new Evidence(Source, texts.In(language), Url) : this;
}
