using Monitor.Functions.Api.Tasks;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Dashboard;

/// <summary>The dashboard's addresses. The language is their first segment, so that a link always leads to what its sender saw.</summary>
/// <param name="Language">The language to stay in.</param>
public sealed record Paths(Language Language)
{
    private string Root => "/" + Language.Code();

    public string Overview => Root;
    public string SignIn => Root + "/sign-in";
    public string SignOut => Root + "/sign-out";
    public string Agencies => Root + "/agencies";
    public string NewAgency => Agencies + "/new";
    public string Obligations => Root + "/obligations";
    public string Declarations => Obligations + "/declarations";
    public string Tasks => Root + "/tasks";
    public string Keys => Root + "/keys";
    public string Bot => Root + "/bot";
    public string Accessibility => Root + "/accessibility";
    public string Method => Root + "/method";

    public string Agency(OrgNumber agency) => $"{Agencies}/{agency}";
    public string EditAgency(OrgNumber agency) => Agency(agency) + "/edit";
    public string DeregisterAgency(OrgNumber agency) => Agency(agency) + "/deregister";
    public string Contacts(OrgNumber agency) => Agency(agency) + "/contacts";
    public string Compliance(OrgNumber agency) => Agency(agency) + "/compliance";
    public string Declaration(OrgNumber agency, string obligation) => $"{Agency(agency)}/declarations/{obligation}";
    public string NewSolution(OrgNumber agency) => Agency(agency) + "/solutions/new";

    public string Solution(SolutionId solution) => $"{Root}/solutions/{solution}";
    public string EditSolution(SolutionId solution) => Solution(solution) + "/edit";
    public string DeregisterSolution(SolutionId solution) => Solution(solution) + "/deregister";
    public string ScanNow(SolutionId solution) => Solution(solution) + "/scan";
    public string Pause(SolutionId solution) => Solution(solution) + "/pause";
    public string Resume(SolutionId solution) => Solution(solution) + "/resume";
    public string Scans(SolutionId solution) => Solution(solution) + "/scans";

    public string Finding(SolutionId solution, string fingerprint) => $"{Solution(solution)}/findings/{fingerprint}";
    public string SetAside(SolutionId solution, string fingerprint) => Finding(solution, fingerprint) + "/set-aside";
    public string EndSetAside(SolutionId solution, string fingerprint) => SetAside(solution, fingerprint) + "/end";
    public string Evidence(SolutionId solution, string fingerprint, string page) => $"{Finding(solution, fingerprint)}/evidence/{page}";

    public string Scan(ScanId scan) => $"{Root}/scans/{scan}";
    public string StopScan(ScanId scan) => Scan(scan) + "/stop";

    public string DecideTask(string task, bool accept) => $"{Tasks}/{Uri.EscapeDataString(TaskView.IdOf(task))}/{(accept ? "accept" : "reject")}";
    public string RevokeKey(string key) => $"{Keys}/{Uri.EscapeDataString(key)}/revoke";

    public string OptIn(string token) => $"{Root}/opt-in/{Uri.EscapeDataString(token)}";
    public string Unsubscribe(string token) => $"{Root}/unsubscribe/{Uri.EscapeDataString(token)}";

    /// <summary>The same page in another language.</summary>
    /// <param name="path">A path of the dashboard, its query with it.</param>
    /// <param name="language">The other language.</param>
    public static string InLanguage(string path, Language language)
    {
        int rest = path.IndexOfAny(['/', '?'], 1);
        return "/" + language.Code() + (rest < 0 ? "" : path[rest..]);
    }
}
