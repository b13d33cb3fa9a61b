using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;

namespace Monitor.Shared.Obligations;

/// <summary>A body's entry in Enhetsregisteret, or what stands for it when there is none.</summary>
/// <param name="OrgNumber">Its number.</param>
/// <param name="Status">Live, deleted, not registered, or unknown for want of an answer.</param>
/// <param name="Name">The name registered.</param>
/// <param name="OrganisationForm">Organisation form's code.</param>
/// <param name="SectorCode">Institutional sector code.</param>
/// <param name="Parent">The parent unit's number.</param>
/// <param name="Website">The web address registered, as it stands there (often without a scheme).</param>
/// <param name="DeletedOn">When it was deleted, where the entry tells.</param>
/// <param name="NotDetermined">Why there is no answer (a code of <see cref="ObligationReasons"/>); null when there is one.</param>
/// <param name="Winding">Whether the entry says bankrupt, or being wound up.</param>
public sealed record RegisteredUnit(
    OrgNumber OrgNumber,
    RegistryStatus Status,
    string? Name = null,
    string? OrganisationForm = null,
    string? SectorCode = null,
    string? Parent = null,
    string? Website = null,
    DateOnly? DeletedOn = null,
    string? NotDetermined = null,
    bool Winding = false);
