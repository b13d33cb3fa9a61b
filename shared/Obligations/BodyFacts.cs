using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;

namespace Monitor.Shared.Obligations;

/// <summary>What is known of a body that decides whom obligations bind.</summary>
/// <param name="OrgNumber">Its number.</param>
/// <param name="Type">The kind of body; null when nobody has told.</param>
/// <param name="Ministry">Whether it is a ministry.</param>
/// <param name="OrganisationForm">Organisation form's code; null when unknown.</param>
/// <param name="Status">Where it stands in Enhetsregisteret.</param>
public sealed record BodyFacts(OrgNumber OrgNumber, BodyType? Type, bool Ministry, string? OrganisationForm, RegistryStatus Status)
{
    /// <summary>The facts a stored agency carries. Where a supervisor has said what kind of body it is, a missing entry takes nothing from that.</summary>
    public static BodyFacts Of(AgencyRow agency) => new(
        agency.OrgNumber, agency.BodyType, agency.Ministry, agency.OrganisationForm,
        agency is { BodyTypeOverridden: true, RegistryStatus: RegistryStatus.NotRegistered } ? RegistryStatus.Unknown : agency.RegistryStatus);

    /// <summary>The facts that Enhetsregisteret tells.</summary>
    public static BodyFacts Of(RegisteredUnit unit) => new(
        unit.OrgNumber, Addressees.BodyTypeOf(unit.OrganisationForm, unit.SectorCode),
        Addressees.IsMinistry(unit.Name, unit.OrganisationForm, unit.SectorCode), unit.OrganisationForm, unit.Status);
}
