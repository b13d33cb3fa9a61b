namespace Monitor.Stubs.Registries;

/// <summary>
/// The bodies the stub knows. All are invented. Their numbers are valid by check digit and begin with 3, while real ones begin with 8 or 9,
/// so none can be taken for a real body.
/// </summary>
public static class StubAgencies
{
    /// <summary>A municipality; one of the demo's two.</summary>
    public static StubAgency Municipality { get; } = new("310000108", "Eksempelvik kommune");

    /// <summary>A state agency with datasets and a service; the demo's other.</summary>
    public static StubAgency Directorate { get; } = new("310000205", "Direktoratet for eksempler");

    /// <summary>A ministry, the directorate's parent.</summary>
    public static StubAgency Ministry { get; } = new("310000302", "Eksempeldepartementet");

    /// <summary>A state agency that has registered nothing anywhere.</summary>
    public static StubAgency Inspectorate { get; } = new("310000507", "Statens prøvetilsyn");

    /// <summary>Deleted: answers 200 with <c>slettedato</c>.</summary>
    public static StubAgency Deleted { get; } = new("310000604", "Nedlagte eksempeltilsynet");

    /// <summary>Removed: answers 410.</summary>
    public static StubAgency Removed { get; } = new("310000701", "Fjernet eksempel");

    /// <summary>A valid number that nobody holds: answers 404.</summary>
    public static StubAgency Unknown { get; } = new("310000809", "Ukjent");

    /// <summary>An inter-municipal company: bound by laws for public bodies, not by the circular.</summary>
    public static StubAgency InterMunicipal { get; } = new("310000906", "Prøvefjord renovasjon IKS");

    /// <summary>A county.</summary>
    public static StubAgency County { get; } = new("310001007", "Prøveland fylkeskommune");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<StubAgency> All { get; } =
        [Municipality, Directorate, Ministry, Inspectorate, Deleted, Removed, Unknown, InterMunicipal, County];
}

/// <summary>One invented body.</summary>
/// <param name="OrgNumber">Its organisation number, nine digits.</param>
/// <param name="Name">Its name as people write it; the registries write it in capitals.</param>
public sealed record StubAgency(string OrgNumber, string Name);
