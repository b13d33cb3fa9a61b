using Monitor.Functions.Access;

namespace Monitor.Functions.Api;

/// <summary>The API's paths. Each is matched in full: the Functions host goes through routes in the order of function names, so none may swallow another.</summary>
internal static class ApiRoutes
{
    public const string Agencies = "api/v1/agencies";
    public const string Agency = Agencies + "/{orgNumber}";
    public const string Contacts = Agency + "/contacts";
    public const string Compliance = Agency + "/compliance";
    public const string Declarations = Agency + "/declarations";
    public const string Declaration = Declarations + "/{obligation}";
    public const string DeclarationHistory = Declaration + "/history";
    public const string ComplianceHistory = Compliance + "/{obligation}/history";
    public const string AgencyFindings = Agency + "/findings";
    public const string AgencySolutions = Agency + "/solutions";
    public const string Erase = Agency + "/erase";

    public const string Solutions = "api/v1/solutions";
    public const string Solution = Solutions + "/{solution}";
    public const string SolutionScans = Solution + "/scans";
    public const string Finding = Solution + "/findings/{fingerprint}";
    public const string Evidence = Finding + "/evidence/{name}";
    public const string SetAside = Finding + "/set-aside";

    public const string Scans = "api/v1/scans";
    public const string Scan = Scans + "/{scan}";
    public const string ScanPages = Scan + "/pages";
    public const string ScanFindings = Scan + "/findings";

    public const string Keys = "api/v1/keys";
    public const string Key = Keys + "/{keyId}";
    public const string Tasks = "api/v1/tasks";
    public const string AcceptTask = Tasks + "/{task}/accept";
    public const string RejectTask = Tasks + "/{task}/reject";
    public const string Statistics = "api/v1/statistics";
    public const string ObligationStatistics = Statistics + "/obligations";
    public const string DeclarationStatistics = Statistics + "/declarations";
    public const string OpenApi = PublicRoutes.OpenApiTemplate;
    public const string Health = PublicRoutes.HealthTemplate;
}
