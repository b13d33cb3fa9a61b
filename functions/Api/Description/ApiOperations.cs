using Monitor.Functions.Api.Agencies;
using Monitor.Functions.Api.Compliance;
using Monitor.Functions.Api.Contacts;
using Monitor.Functions.Api.Declarations;
using Monitor.Functions.Api.Findings;
using Monitor.Functions.Api.Keys;
using Monitor.Functions.Api.Scans;
using Monitor.Functions.Api.Solutions;
using Monitor.Functions.Api.Tasks;
using Monitor.Functions.Http;
using Monitor.Shared.Obligations;
using Monitor.Shared.Obligations.National;

namespace Monitor.Functions.Api.Description;

/// <summary>Every operation of the API. A test holds it against the functions: what one has and the other lacks fails.</summary>
internal static class ApiOperations
{
    private const string Supervisor = "supervisor";

    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("get", ApiRoutes.Agencies, "ApiAgenciesList", "Lists the agencies that the key may see") { Result = typeof(ListView<AgencyView>), Paged = true },
        new("post", ApiRoutes.Agencies, "ApiAgenciesRegister", "Registers an agency")
        {
            For = Supervisor,
            Status = 201,
            Body = typeof(NewAgencyInput),
            Result = typeof(AgencyView),
        },
        new("get", ApiRoutes.Agency, "ApiAgenciesGet", "Shows an agency") { Result = typeof(AgencyView) },
        new("put", ApiRoutes.Agency, "ApiAgenciesPut", "Changes an agency")
        {
            For = Supervisor,
            Body = typeof(AgencyInput),
            Result = typeof(AgencyView),
            Versioned = true,
        },
        new("delete", ApiRoutes.Agency, "ApiAgenciesDeregister", "Deregisters an agency: nothing of it is scanned any more; what was found stays")
        {
            For = Supervisor,
            Status = 204,
            Versioned = true,
        },
        new("post", ApiRoutes.Erase, "ApiAgenciesErase", "Erases an agency's evidence, contacts, scans and findings; what was decided is kept for the archival period") { For = Supervisor, Status = 204 },
        new("get", ApiRoutes.Contacts, "ApiContactsGet", "Shows who an agency's mails go to") { Result = typeof(ContactsView) },
        new("put", ApiRoutes.Contacts, "ApiContactsPut", "Replaces the list of contacts; each new address is asked by mail first")
        {
            Body = typeof(ContactsInput),
            Result = typeof(ContactsView),
            Versioned = true,
        },
        new("get", ApiRoutes.Compliance, "ApiCompliance", "Shows every obligation of the circular for an agency") { Result = typeof(ComplianceMatrix) },
        new("get", ApiRoutes.ComplianceHistory, "ApiComplianceHistory", "Lists what was observed of an obligation, newest first")
        {
            Result = typeof(ListView<OutcomeView>),
            Paged = true,
        },
        new("get", ApiRoutes.Declarations, "ApiDeclarationsList", "Lists what an agency declares now") { Result = typeof(ListView<DeclarationView>) },
        new("get", ApiRoutes.Declaration, "ApiDeclarationsGet", "Shows what an agency declares about an obligation") { Result = typeof(DeclarationView) },
        new("get", ApiRoutes.DeclarationHistory, "ApiDeclarationsHistory", "Lists everything an agency has declared about an obligation, newest first")
        {
            Result = typeof(ListView<DeclarationView>),
            Paged = true,
        },
        new("put", ApiRoutes.Declaration, "ApiDeclarationsPut", "Declares on an obligation that nobody can see from outside")
        {
            Body = typeof(DeclarationInput),
            Result = typeof(DeclarationView),
            Description = "If-Match is due where a declaration is replaced. It counts for a year, and never against what was observed.",
        },
        new("get", ApiRoutes.AgencyFindings, "ApiFindingsList", "Lists an agency's findings")
        {
            Result = typeof(ListView<FindingView>),
            Paged = true,
            Query = [("state", "States, parted by commas"), ("wcag", "A success criterion, e.g. 1.1.1"), ("solution", "A solution of the agency")],
        },
        new("get", ApiRoutes.AgencySolutions, "ApiSolutionsList", "Lists an agency's solutions") { Result = typeof(ListView<SolutionView>), Paged = true },
        new("post", ApiRoutes.AgencySolutions, "ApiSolutionsRegister", "Registers a solution; its first scan is due at once")
        {
            For = Supervisor,
            Status = 201,
            Body = typeof(SolutionInput),
            Result = typeof(SolutionView),
        },
        new("get", ApiRoutes.Solution, "ApiSolutionsGet", "Shows a solution") { Result = typeof(SolutionView) },
        new("put", ApiRoutes.Solution, "ApiSolutionsPut", "Changes a solution, or pauses it")
        {
            For = Supervisor,
            Body = typeof(SolutionInput),
            Result = typeof(SolutionView),
            Versioned = true,
        },
        new("delete", ApiRoutes.Solution, "ApiSolutionsDeregister", "Deregisters a solution; what was found stays")
        {
            For = Supervisor,
            Status = 204,
            Versioned = true,
        },
        new("get", ApiRoutes.SolutionScans, "ApiScansList", "Lists a solution's scans, newest first") { Result = typeof(ListView<ScanView>), Paged = true },
        new("post", ApiRoutes.SolutionScans, "ApiScansOrder", "Orders a scan")
        {
            Status = 202,
            Result = typeof(ScanView),
            Description = "A scan that runs already is answered with instead. An agency has a quota; over it the answer is 429 with Retry-After.",
        },
        new("get", ApiRoutes.Scan, "ApiScansGet", "Shows a scan") { Result = typeof(ScanView) },
        new("delete", ApiRoutes.Scan, "ApiScansStop", "Stops a scan; what is known by then becomes its partial result")
        {
            For = Supervisor,
            Status = 202,
            Result = typeof(ScanView),
        },
        new("get", ApiRoutes.ScanPages, "ApiScansPages", "Lists a scan's pages, each look apart") { Result = typeof(ListView<PageView>), Paged = true },
        new("get", ApiRoutes.ScanFindings, "ApiScansFindings", "Lists a scan's findings from its frozen result")
        {
            Result = typeof(ScanFindingsView),
            Paged = true,
            Description = "As schema monitor.scan/1 has them, in English. Empty before the scan has ended, and where it failed: see status and summary.",
        },
        new("get", ApiRoutes.Finding, "ApiFindingsGet", "Shows a finding and where it was seen") { Result = typeof(FindingView) },
        new("get", ApiRoutes.Evidence, "ApiFindingsEvidence", "Shows a screenshot of the element") { Result = typeof(byte[]), MediaType = "image/png" },
        new("put", ApiRoutes.SetAside, "ApiFindingsSetAside", "Sets a finding aside, or asks for it")
        {
            Body = typeof(SetAsideInput),
            Result = typeof(FindingView),
            Description = "A supervisor sets it aside (200); If-Match is due where it is set aside already. An agency asks for it (202, no content), which makes a task.",
        },
        new("delete", ApiRoutes.SetAside, "ApiFindingsTakeIn", "Takes a finding in again") { For = Supervisor, Status = 204, Versioned = true },
        new("get", ApiRoutes.Keys, "ApiKeysList", "Lists the keys, without secrets") { For = Supervisor, Result = typeof(ListView<KeyView>), Paged = true },
        new("post", ApiRoutes.Keys, "ApiKeysCreate", "Makes a key; it is shown this once")
        {
            For = Supervisor,
            Status = 201,
            Body = typeof(KeyInput),
            Result = typeof(NewKeyView),
        },
        new("get", ApiRoutes.Key, "ApiKeysGet", "Shows a key, without its secret") { For = Supervisor, Result = typeof(KeyView) },
        new("delete", ApiRoutes.Key, "ApiKeysRevoke", "Takes a key back; its sessions end with it") { For = Supervisor, Status = 204 },
        new("get", ApiRoutes.Tasks, "ApiTasksList", "Lists what waits for a supervisor, and what was decided")
        {
            For = Supervisor,
            Result = typeof(ListView<TaskView>),
            Paged = true,
            Query = [("state", "open, accepted or rejected")],
        },
        new("post", ApiRoutes.AcceptTask, "ApiTasksAccept", "Accepts a task: sends the mails, sets the finding aside, puts the message back on its queue")
        {
            For = Supervisor,
            Result = typeof(TaskView),
        },
        new("post", ApiRoutes.RejectTask, "ApiTasksReject", "Rejects a task") { For = Supervisor, Result = typeof(TaskView) },
        new("get", ApiRoutes.Statistics, "ApiStatistics", "Shows the national totals, each with its denominator")
        {
            For = Supervisor,
            Result = typeof(Shared.Scans.Statistics),
        },
        new("get", ApiRoutes.ObligationStatistics, "ApiStatisticsObligations", "Shows what each obligation came to, by kind of body")
        {
            For = Supervisor,
            Result = typeof(NationalObligations),
        },
        new("get", ApiRoutes.DeclarationStatistics, "ApiStatisticsDeclarations", "Shows how many declarations each agency owes, those that owe most first")
        {
            For = Supervisor,
            Result = typeof(DeclarationList),
        },
        new("get", ApiRoutes.OpenApi, "ApiDescription", "Describes the API") { For = "anyone", Result = typeof(System.Text.Json.Nodes.JsonObject) },
        new("get", ApiRoutes.Health, "ApiHealth", "Tells whether the service lives") { For = "anyone", Result = typeof(HealthView) },
    ];
}
