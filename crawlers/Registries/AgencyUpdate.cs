using Monitor.Shared.Agencies;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries;

/// <summary>How an agency's row takes up what Enhetsregisteret says. Pure.</summary>
internal static class AgencyUpdate
{
    /// <summary>The row afterwards. No answer changes nothing, and a supervisor's word on the kind of body stands.</summary>
    public static AgencyRow Apply(AgencyRow agency, RegisteredUnit unit, DateTimeOffset now)
    {
        AgencyRow asked = agency with { RegistriesCheckedAt = now };
        if (unit.Status == RegistryStatus.Unknown)
            return asked;
        asked = asked with { RegistryStatus = unit.Status };
        if (unit.Status != RegistryStatus.Live)
            return asked;

        asked = asked with
        {
            Name = unit.Name ?? agency.Name,
            OrganisationForm = unit.OrganisationForm,
            SectorCode = unit.SectorCode,
            Parent = unit.Parent,
            Website = unit.Website,
        };
        var body = BodyFacts.Of(unit);
        return agency.BodyTypeOverridden ? asked : asked with { BodyType = body.Type, Ministry = body.Ministry };
    }
}
