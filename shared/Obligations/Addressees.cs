using Monitor.Shared.Agencies;

namespace Monitor.Shared.Obligations;

/// <summary>Whom obligations bind. The rules are those of docs/obligations.md; pure functions.</summary>
public static class Addressees
{
    private const string CentralGovernment = "6100";
    private static readonly string[] OtherPublicForms = ["IKS", "SF", "KF", "FKF"];

    /// <summary>The kind of body that an organisation form and a sector code tell; null when the form is not known.</summary>
    public static BodyType? BodyTypeOf(string? organisationForm, string? sectorCode) => (organisationForm, sectorCode) switch
    {
        ("KOMM", _) => BodyType.Municipality,
        ("FYLK", _) => BodyType.County,
        ("STAT" or "ORGL", _) or (_, CentralGovernment) => BodyType.State,
        (null, _) => null,
        _ => BodyType.Other,
    };

    /// <summary>Whether a body is a ministry: a state body by that name.</summary>
    public static bool IsMinistry(string? registeredName, string? organisationForm, string? sectorCode)
    {
        string name = registeredName?.Trim().ToUpperInvariant() ?? "";
        return BodyTypeOf(organisationForm, sectorCode) == BodyType.State
            && (name == "STATSMINISTERENS KONTOR" || name.EndsWith("DEPARTEMENTET", StringComparison.Ordinal));
    }

    /// <summary>Whether an obligation binds a body.</summary>
    public static Binding Bind(Obligation obligation, BodyFacts body)
    {
        if (obligation.To == Addressee.Everyone)
            return Binding.Bound;
        if (body.Status is RegistryStatus.NotRegistered)
            return Binding.Unknown(ObligationReasons.NotRegistered);
        if (body.Status is RegistryStatus.Deleted)
            return Binding.Unknown(ObligationReasons.Deleted);
        if (body.Type is not { } type)
            return Binding.Unknown(ObligationReasons.BodyTypeUnknown);

        bool state = type == BodyType.State;
        bool addressed = obligation.To switch
        {
            Addressee.Ministries => state && body.Ministry,
            Addressee.StateBodies => state,
            _ => type != BodyType.Other || OtherPublicForms.Contains(body.OrganisationForm),
        };
        return addressed && (obligation.OnlyBinds is null || obligation.OnlyBinds == body.OrgNumber) ? Binding.Bound : Binding.NotAddressed;
    }
}

/// <summary>Whether an obligation binds a body.</summary>
/// <param name="IsBound">It does.</param>
/// <param name="Reason">Why not, or why nobody can say (a code of <see cref="ObligationReasons"/>); null when it does.</param>
public sealed record Binding(bool IsBound, string? Reason)
{
    /// <summary>It binds the body.</summary>
    public static Binding Bound { get; } = new(true, null);

    /// <summary>It addresses others.</summary>
    public static Binding NotAddressed { get; } = new(false, ObligationReasons.NotAddressed);

    /// <summary>What would decide it is not known.</summary>
    public static Binding Unknown(string reason) => new(false, reason);
}
