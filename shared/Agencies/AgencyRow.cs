using System.Runtime.Serialization;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Agencies;

/// <summary>A public body that is monitored. Partition <c>agency</c>, row the organisation number.</summary>
public sealed record AgencyRow : Row, IStoredRow
{
    /// <summary>The one partition of all agencies.</summary>
    public const string Partition = "agency";

    /// <inheritdoc/>
    public static string Table => "agencies";

    /// <summary>The organisation number.</summary>
    [IgnoreDataMember]
    public OrgNumber OrgNumber => OrgNumber.Parse(RowKey);

    /// <summary>The name shown: as registered in Enhetsregisteret, or as the supervisor gave it until that is known.</summary>
    public string Name { get; set; } = "";

    /// <summary>The kind of body; null while nobody has told.</summary>
    public BodyType? BodyType { get; set; }

    /// <summary>Whether it is a ministry; derived from the registered name unless a supervisor overrode it.</summary>
    public bool Ministry { get; set; }

    /// <summary>Whether a supervisor set the body type or ministry by hand; the registry then no longer changes them.</summary>
    public bool BodyTypeOverridden { get; set; }

    /// <summary>What Enhetsregisteret said last.</summary>
    public RegistryStatus RegistryStatus { get; set; }

    /// <summary>Organisation form's code (ORGL, STAT, KOMM, FYLK …).</summary>
    public string? OrganisationForm { get; set; }

    /// <summary>Institutional sector code (6100: central government).</summary>
    public string? SectorCode { get; set; }

    /// <summary>The parent unit's organisation number.</summary>
    public string? Parent { get; set; }

    /// <summary>The web address registered.</summary>
    public string? Website { get; set; }

    /// <summary>When the registries were last asked (UTC).</summary>
    public DateTimeOffset? RegistriesCheckedAt { get; set; }

    /// <summary>The language of mails to the agency.</summary>
    public Language Language { get; set; }

    /// <summary>When it was registered here (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was deregistered (UTC): nothing of it is scanned or asked about from then on.</summary>
    public DateTimeOffset? DeregisteredAt { get; set; }

    /// <summary>When a supervisor had it erased (UTC): the row goes last, so while it is there the erasure is not through.</summary>
    public DateTimeOffset? ErasureRequestedAt { get; set; }
}

/// <summary>The kinds of body that addressees of obligations are told apart by.</summary>
public enum BodyType
{
    /// <summary>A state body: sector 6100, or form STAT or ORGL.</summary>
    State,

    /// <summary>A municipality: form KOMM.</summary>
    Municipality,

    /// <summary>A county: form FYLK.</summary>
    County,

    /// <summary>Any other body.</summary>
    Other,
}

/// <summary>Where a body stands in Enhetsregisteret.</summary>
public enum RegistryStatus
{
    /// <summary>Not asked yet, or no answer.</summary>
    Unknown,

    /// <summary>Registered and not deleted.</summary>
    Live,

    /// <summary>Deleted (slettedato, or 410).</summary>
    Deleted,

    /// <summary>No such unit (404).</summary>
    NotRegistered,
}
