using Monitor.Shared.Domain;

namespace Monitor.Shared.Obligations;

/// <summary>One row of the circular's obligations, in one edition.</summary>
/// <param name="Id">Its stable id, e.g. <c>1.3-data-catalogue</c>: the circular's point and a name of ours.</param>
/// <param name="Kind">Requirement or recommendation.</param>
/// <param name="To">Whom it addresses.</param>
/// <param name="Draft">How the circular's draft marks it.</param>
/// <param name="Control">How it can be controlled, in the table's order; never empty.</param>
/// <param name="AboutSite">Whether it is judged by what the body's own web solutions show.</param>
/// <param name="Systems">Systems it names.</param>
/// <param name="Texts">The obligation in our own words, one sentence.</param>
/// <param name="Basis">The law that binds, for rows that bind by a law of their own; null for those of the circular alone.</param>
/// <param name="SameAs">The row whose observation and declaration count for this one too; null for none.</param>
/// <param name="OnlyBinds">The one body it binds; null for all it addresses.</param>
/// <param name="Deadlines">Dates the circular sets, in their order; null for none.</param>
public sealed record Obligation(
    string Id,
    ObligationKind Kind,
    Addressee To,
    DraftMark Draft,
    IReadOnlyList<ObligationControl> Control,
    bool AboutSite,
    IReadOnlyList<string> Systems,
    LocalizedText Texts,
    LegalBasis? Basis = null,
    string? SameAs = null,
    OrgNumber? OnlyBinds = null,
    IReadOnlyList<Deadline>? Deadlines = null)
{
    /// <summary>The circular's point, e.g. <c>1.3</c>.</summary>
    public string Point => Id.Split('-', 2)[0];

    /// <summary>The row whose observation and declaration count: this one, or the one it is the same as.</summary>
    public string JudgedAs => SameAs ?? Id;

    /// <summary>Whether an agency may declare on it.</summary>
    public bool Declarable => Control.Contains(ObligationControl.Declared);
}

/// <summary>A date by which a part of those addressed meet an obligation.</summary>
/// <param name="Date">The date.</param>
/// <param name="Texts">Who and what, one sentence.</param>
public sealed record Deadline(DateOnly Date, LocalizedText Texts);

/// <summary>How strongly the circular speaks.</summary>
public enum ObligationKind
{
    /// <summary>Pålegg: must.</summary>
    Requirement,

    /// <summary>Anbefaling: should.</summary>
    Recommendation,
}

/// <summary>Whom an obligation addresses.</summary>
public enum Addressee
{
    /// <summary>D: ministries.</summary>
    Ministries,

    /// <summary>S: state bodies, ministries included; the circular binds no one else.</summary>
    StateBodies,

    /// <summary>P: public bodies, by a law of its own.</summary>
    PublicBodies,

    /// <summary>A: public and private bodies, by a law of its own.</summary>
    Everyone,
}

/// <summary>How the circular's draft marks a row.</summary>
public enum DraftMark
{
    /// <summary>As in the edition before.</summary>
    Unchanged,

    /// <summary>A requirement only through the draft's tracked change.</summary>
    In,

    /// <summary>Old and new wording stand side by side.</summary>
    Both,

    /// <summary>Moved from another point.</summary>
    Moved,

    /// <summary>Not in the circular: the duty came by a later law.</summary>
    LaterLaw,
}

/// <summary>How an obligation can be controlled.</summary>
public enum ObligationControl
{
    /// <summary>We observe it and can give a verdict.</summary>
    Auto,

    /// <summary>We observe a sign, never a verdict.</summary>
    Indicator,

    /// <summary>Nobody sees it from outside: the agency declares.</summary>
    Declared,
}

/// <summary>The law an obligation binds by.</summary>
/// <param name="Names">What the law is called, with the paragraph where we know it.</param>
/// <param name="Reference">Lovdata's reference, e.g. <c>FOR-2013-04-05-959</c>.</param>
/// <param name="Url">Where it is written.</param>
/// <param name="Status">Whether it was in force when the data were written.</param>
public sealed record LegalBasis(LocalizedText Names, string Reference, string Url, LegalStatus Status);

/// <summary>Whether a law or an edition holds.</summary>
public enum LegalStatus
{
    /// <summary>It holds.</summary>
    InForce,

    /// <summary>It was repealed or replaced.</summary>
    Repealed,
}
