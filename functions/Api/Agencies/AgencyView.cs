using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Api.Agencies;

/// <summary>An agency as the API tells it.</summary>
/// <param name="OrgNumber">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="BodyType">The kind of body; null while nobody has told.</param>
/// <param name="Ministry">Whether it is a ministry.</param>
/// <param name="BodyTypeOverridden">Whether a supervisor set the two above by hand.</param>
/// <param name="RegistryStatus">Where it stands in Enhetsregisteret.</param>
/// <param name="OrganisationForm">Organisation form's code.</param>
/// <param name="Parent">The parent unit's number.</param>
/// <param name="Website">The web address registered.</param>
/// <param name="RegistriesCheckedAt">When the registries were last asked (UTC).</param>
/// <param name="Language">The language of mails to it.</param>
/// <param name="CreatedAt">When it was registered here (UTC).</param>
/// <param name="DeregisteredAt">When it was deregistered (UTC).</param>
public sealed record AgencyView(
    OrgNumber OrgNumber,
    string Name,
    BodyType? BodyType,
    bool Ministry,
    bool BodyTypeOverridden,
    RegistryStatus RegistryStatus,
    string? OrganisationForm,
    string? Parent,
    string? Website,
    DateTimeOffset? RegistriesCheckedAt,
    Language Language,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DeregisteredAt)
{
    internal static AgencyView Of(AgencyRow row) => new(
        row.OrgNumber,
        row.Name,
        row.BodyType,
        row.Ministry,
        row.BodyTypeOverridden,
        row.RegistryStatus,
        row.OrganisationForm,
        row.Parent,
        row.Website,
        row.RegistriesCheckedAt,
        row.Language,
        row.CreatedAt,
        row.DeregisteredAt);
}

/// <summary>What is sent to register an agency.</summary>
/// <param name="OrgNumber">Its number.</param>
/// <param name="Name">Its name until Enhetsregisteret has told, at most 200 characters.</param>
/// <param name="BodyType">The kind of body, to override the registry; not given to leave it as it is.</param>
/// <param name="Ministry">Whether it is a ministry, to override the registry; not given to leave it as it is.</param>
/// <param name="Language">The language of mails to it; bokmål if not given.</param>
public sealed record NewAgencyInput(string? OrgNumber, string? Name, BodyType? BodyType, bool? Ministry, Language? Language);

/// <summary>What is sent to change an agency.</summary>
/// <param name="Name">Its name, at most 200 characters; not given to leave it as it is.</param>
/// <param name="BodyType">The kind of body, to override the registry; not given to leave it as it is.</param>
/// <param name="Ministry">Whether it is a ministry, to override the registry; not given to leave it as it is.</param>
/// <param name="Language">The language of mails to it; not given to leave it as it is.</param>
public sealed record AgencyInput(string? Name, BodyType? BodyType, bool? Ministry, Language? Language);
