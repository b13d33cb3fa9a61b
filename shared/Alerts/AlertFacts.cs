using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;

namespace Monitor.Shared.Alerts;

/// <summary>All that a mail is rendered from, frozen when it is owed: names changed or findings repaired since do not change what is told.</summary>
/// <param name="Kind">What is told.</param>
/// <param name="Language">The agency's language then.</param>
/// <param name="Agency">The agency.</param>
/// <param name="AgencyName">Its name then.</param>
/// <param name="Solution">The solution, for mails about a scan.</param>
/// <param name="Changes">What the scan changed.</param>
/// <param name="Obligation">The obligation, for mails about one.</param>
internal sealed record AlertFacts(
    AlertKind Kind, Language Language, OrgNumber Agency, string AgencyName, AlertSolution? Solution, ScanChanges? Changes, ObligationAlert? Obligation)
{
    public static AlertFacts OptIn(AgencyRow agency) => Of(AlertKind.OptIn, agency);

    public static AlertFacts Scan(AgencyRow agency, SolutionRow solution, ScanChanges changes) =>
        Of(changes.Baseline ? AlertKind.Welcome : AlertKind.NewFindings, agency) with
        {
            Solution = new AlertSolution(solution.Id, solution.Name, solution.Url, solution.Regulation),
            Changes = changes,
        };

    public static AlertFacts NotMet(AgencyRow agency, ObligationAlert obligation) => Of(AlertKind.Obligation, agency) with { Obligation = obligation };

    private static AlertFacts Of(AlertKind kind, AgencyRow agency) =>
        new(kind, agency.Language, agency.OrgNumber, agency.Name, null, null, null);
}

/// <summary>A solution as a mail names it.</summary>
internal sealed record AlertSolution(SolutionId Id, string Name, string Url, string Regulation);
