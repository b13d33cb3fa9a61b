using Monitor.Shared.Agencies;

namespace Monitor.Shared.Obligations.National;

/// <summary>The groups that bodies are counted in. Each body is in one: ministries are not among the other state bodies.</summary>
public enum BodyGroup
{
    /// <summary>A state body that is no ministry.</summary>
    State,

    /// <summary>A ministry.</summary>
    Ministry,

    /// <summary>A municipality.</summary>
    Municipality,

    /// <summary>A county.</summary>
    County,

    /// <summary>Any other body.</summary>
    Other,

    /// <summary>Nobody has told what kind of body it is.</summary>
    Unknown,
}

internal static class BodyGroups
{
    public static BodyGroup Of(AgencyRow agency) => agency.BodyType switch
    {
        BodyType.State => agency.Ministry ? BodyGroup.Ministry : BodyGroup.State,
        BodyType.Municipality => BodyGroup.Municipality,
        BodyType.County => BodyGroup.County,
        BodyType.Other => BodyGroup.Other,
        _ => BodyGroup.Unknown,
    };
}
