using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Obligations;

/// <summary>One declaration of an agency's. Partition orgnr, row <c>obligation id|inverted ticks</c>: newest first. Append-only.</summary>
public sealed record DeclarationRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "declarations";

    /// <summary>The row key of a declaration made at the moment given.</summary>
    public static string KeyOf(string obligation, DateTimeOffset at) => $"{obligation}|{InvertedTicks.From(at)}";

    /// <summary>The obligation.</summary>
    public string Obligation => RowKey.Split('|')[0];

    /// <summary>What is declared.</summary>
    public DeclaredOutcome Outcome { get; set; }

    /// <summary>The day it is planned to be met by, at midnight UTC; null unless planned.</summary>
    public DateTimeOffset? PlannedFor { get; set; }

    /// <summary>The explanation; always there for what is not relevant.</summary>
    public string? Reason { get; set; }

    /// <summary>Where it can be seen; always there for what is met.</summary>
    public string? Link { get; set; }

    /// <summary>The role at the agency that answers for it, never a name; null where the sender left it out.</summary>
    public string? ResponsibleRole { get; set; }

    /// <summary>Who declared it: the agency, or a supervisor for it.</summary>
    public Role Role { get; set; }

    /// <summary>The id of the key that declared it.</summary>
    public string Who { get; set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>What an agency can declare.</summary>
public enum DeclaredOutcome
{
    /// <summary>Met.</summary>
    Met,

    /// <summary>Not met.</summary>
    NotMet,

    /// <summary>Not met yet, and planned for a day.</summary>
    Planned,

    /// <summary>Not relevant to the agency, for a reason.</summary>
    NotRelevant,
}
