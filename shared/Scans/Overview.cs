using Monitor.Shared.Agencies;

namespace Monitor.Shared.Scans;

/// <summary>Every solution in one list, ordered by agency and name.</summary>
/// <param name="AsOf">When it was made (UTC).</param>
/// <param name="Statistics">The totals.</param>
/// <param name="Solutions">The solutions, those not measured yet included.</param>
public sealed record Overview(DateTimeOffset AsOf, Statistics Statistics, IReadOnlyList<OverviewSolution> Solutions);

/// <summary>One solution of the overview.</summary>
/// <param name="Solution">Its id.</param>
/// <param name="OrgNumber">Its agency.</param>
/// <param name="AgencyName">The agency's name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its start URL.</param>
/// <param name="Paused">Whether scheduling is paused.</param>
/// <param name="Scanning">Whether a scan runs.</param>
/// <param name="LastScan">How the last scan ended; null when none has.</param>
public sealed record OverviewSolution(
    string Solution, string OrgNumber, string AgencyName, string Name, string Url, bool Paused, bool Scanning, OverviewScan? LastScan);

/// <summary>How a solution's last scan ended, and the figures of the last that measured something, with their denominators.</summary>
/// <param name="Scan">The last ended scan.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Reason">Why, unless completed.</param>
/// <param name="FinishedAt">When it ended (UTC).</param>
/// <param name="PagesAudited">Pages audited; zero when no scan has measured anything, and then no other figure says anything.</param>
/// <param name="PagesSampled">Pages sampled.</param>
/// <param name="OpenFindings">Open findings, not set aside.</param>
/// <param name="NewFindings">Of these, new or reopened by the scan that the figures are of.</param>
/// <param name="CantTell">Findings that a person must look at.</param>
/// <param name="CriteriaFailed">Criteria with a failure.</param>
/// <param name="CriteriaTested">Criteria tested.</param>
/// <param name="CriteriaInRegulation">Criteria of the regulation.</param>
/// <param name="MeasuredAt">When the scan that the figures are of ended (UTC); null when no scan has measured anything.</param>
public sealed record OverviewScan(
    string Scan, ScanStatus Status, string? Reason, DateTimeOffset FinishedAt, int PagesAudited, int PagesSampled,
    int OpenFindings, int NewFindings, int CantTell, int CriteriaFailed, int CriteriaTested, int CriteriaInRegulation,
    DateTimeOffset? MeasuredAt);

/// <summary>Every agency in one list, ordered by name.</summary>
/// <param name="AsOf">When it was made (UTC).</param>
/// <param name="Agencies">The agencies.</param>
public sealed record AgencyList(DateTimeOffset AsOf, IReadOnlyList<OverviewAgency> Agencies);

/// <summary>One agency of the list.</summary>
/// <param name="OrgNumber">Its organisation number.</param>
/// <param name="Name">Its name.</param>
/// <param name="BodyType">The kind of body.</param>
/// <param name="Solutions">Its solutions.</param>
/// <param name="SolutionsMeasured">Of these, those that a scan has measured.</param>
/// <param name="OpenFindings">Open findings, not set aside, found by automatic tests.</param>
/// <param name="LastFinishedAt">When its last scan ended (UTC).</param>
public sealed record OverviewAgency(
    string OrgNumber, string Name, BodyType? BodyType, int Solutions, int SolutionsMeasured, int OpenFindings, DateTimeOffset? LastFinishedAt);

/// <summary>Totals of all that is monitored, each with its denominator; never a single score.</summary>
/// <param name="AsOf">When they were made (UTC).</param>
/// <param name="Agencies">Agencies registered.</param>
/// <param name="Solutions">Solutions registered.</param>
/// <param name="SolutionsMeasured">Solutions that a scan has measured.</param>
/// <param name="SolutionsWithFindings">Solutions with open findings, those a failed scan left standing included.</param>
/// <param name="PagesAudited">Pages audited in the last scans that measured something.</param>
/// <param name="PagesSampled">Pages sampled in them.</param>
/// <param name="OpenFindings">Open findings, not set aside.</param>
/// <param name="NewFindings">Of these, new or reopened by the last scans.</param>
/// <param name="CantTell">Findings of the last scans that a person must look at.</param>
public sealed record Statistics(
    DateTimeOffset AsOf, int Agencies, int Solutions, int SolutionsMeasured, int SolutionsWithFindings,
    int PagesAudited, int PagesSampled, int OpenFindings, int NewFindings, int CantTell);
