using Monitor.Shared.Domain;

namespace Monitor.Shared.Findings;

/// <summary>
/// What a solution's scans have measured so far: the ground on which a finding is news, and the rules it is compared by.
/// Kept in the blob <c>solutions/{id}/history.json</c>, frozen with each scan's transitions.
/// </summary>
/// <param name="LastScan">The scan that last added to it; null before the first.</param>
/// <param name="AuditedPages">Page keys ever audited, by the regulation they were judged by: a new regulation makes all pages new ground for the criteria it adds.</param>
/// <param name="RuleVersions">The version each rule last ran in, by <c>check/rule</c>.</param>
/// <param name="ChangedRules">The rules that the last scan ran for the first time, or in another version than before.</param>
internal sealed record SolutionHistory(
    string? LastScan,
    IReadOnlyDictionary<string, IReadOnlyList<string>> AuditedPages,
    IReadOnlyDictionary<string, string> RuleVersions,
    IReadOnlyList<string> ChangedRules)
{
    /// <summary>
    /// The codes of <see cref="ScanChangesBuilder"/> by fingerprint, for findings unconfirmed in a scan that met a mass change or a changed rule.
    /// Kept until they are decided: however many scans that takes, what such a change brought is for a supervisor to see first.
    /// </summary>
    public IReadOnlyDictionary<string, string> Doubted { get; init; } = new Dictionary<string, string>();

    /// <summary>Nothing measured yet.</summary>
    public static SolutionHistory Empty { get; } =
        new(null, new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, string>(), []);

    /// <summary>The blob of a solution.</summary>
    public static string BlobOf(SolutionId solution) => $"solutions/{solution}/history.json";

    /// <summary>How a rule is named here.</summary>
    public static string RuleKey(string check, string rule) => $"{check}/{rule}";
}
