namespace Monitor.Functions.Dashboard;

/// <summary>
/// The routes of the dashboard's triggers, all explicit: none swallows another. Ids have a fixed length,
/// so that <c>agencies/new</c> and the like are never taken for one.
/// </summary>
internal static class Routes
{
    public const string Language = "{language:regex(^(nb|nn|en)$)}";
    public const string SignOut = Language + "/sign-out";
    public const string Method = Language + "/method";
    public const string Tasks = Language + "/tasks";
    public const string AcceptTask = Tasks + "/{task}/accept";
    public const string RejectTask = Tasks + "/{task}/reject";
    public const string Obligations = Language + "/obligations";
    public const string Declarations = Obligations + "/declarations";
    public const string Keys = Language + "/keys";
    public const string RevokeKey = Keys + "/{key}/revoke";

    public const string Agencies = Language + "/agencies";
    public const string NewAgency = Agencies + "/new";
    public const string Agency = Agencies + "/{orgNumber:length(9)}";
    public const string EditAgency = Agency + "/edit";
    public const string DeregisterAgency = Agency + "/deregister";
    public const string Contacts = Agency + "/contacts";
    public const string Compliance = Agency + "/compliance";
    public const string Declaration = Agency + "/declarations/{obligation}";
    public const string NewSolution = Agency + "/solutions/new";

    public const string Solution = Language + "/solutions/{solution:length(18)}";
    public const string EditSolution = Solution + "/edit";
    public const string DeregisterSolution = Solution + "/deregister";
    public const string ScanNow = Solution + "/scan";
    public const string Pause = Solution + "/pause";
    public const string Resume = Solution + "/resume";
    public const string Scans = Solution + "/scans";

    public const string Finding = Solution + "/findings/{fingerprint:length(26)}";
    public const string SetAside = Finding + "/set-aside";
    public const string EndSetAside = SetAside + "/end";
    public const string Evidence = Finding + "/evidence/{page}";

    public const string Scan = Language + "/scans/{scan}";
    public const string StopScan = Scan + "/stop";
}
