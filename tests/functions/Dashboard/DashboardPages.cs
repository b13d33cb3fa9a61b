using Monitor.Functions.Dashboard;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>Who reads a page in the tests.</summary>
public enum Reader
{
    /// <summary>Nobody signed in.</summary>
    Nobody,

    /// <summary>An agency's key.</summary>
    Agency,

    /// <summary>A supervisor's key.</summary>
    Supervisor,
}

/// <summary>One page of the dashboard in one state.</summary>
/// <param name="Name">What the tests call it.</param>
/// <param name="Reader">Who reads it.</param>
/// <param name="Path">Its path.</param>
/// <param name="Status">How it is answered.</param>
internal sealed record DashboardPage(string Name, Reader Reader, Func<DashboardWorld, Paths, string> Path, int Status = 200);

/// <summary>Every page of the dashboard, in the states that look different. What drives the tests; a page missing here fails one.</summary>
internal static class DashboardPages
{
    public static IReadOnlyList<DashboardPage> All { get; } =
    [
        new("sign-in", Reader.Nobody, (_, p) => p.SignIn),
        new("bot", Reader.Nobody, (_, p) => p.Bot),
        new("accessibility", Reader.Nobody, (_, p) => p.Accessibility),
        new("opt-in", Reader.Nobody, (w, p) => p.OptIn(w.OptInToken)),
        new("opt-in-wrong", Reader.Nobody, (_, p) => p.OptIn("nonsense"), 404),
        new("unsubscribe", Reader.Nobody, (w, p) => p.Unsubscribe(w.UnsubscribeToken)),
        new("method", Reader.Agency, (_, p) => p.Method),
        new("overview", Reader.Supervisor, (_, p) => p.Overview),
        new("agencies", Reader.Supervisor, (_, p) => p.Agencies),
        new("agencies-none", Reader.Supervisor, (_, p) => p.Agencies + "?q=zzz"),
        new("new-agency", Reader.Supervisor, (_, p) => p.NewAgency),
        new("agency", Reader.Supervisor, (w, p) => p.Agency(w.Agency)),
        new("agency-own", Reader.Agency, (w, p) => p.Agency(w.Agency)),
        new("agency-empty", Reader.Supervisor, (_, p) => p.Agency(TestHost.Foreign)),
        new("agency-foreign", Reader.Agency, (_, p) => p.Agency(TestHost.Foreign), 404),
        new("edit-agency", Reader.Supervisor, (w, p) => p.EditAgency(w.Agency)),
        new("compliance", Reader.Agency, (w, p) => p.Compliance(w.Agency)),
        new("declaration", Reader.Agency, (w, p) => p.Declaration(w.Agency, DeclarationSeeds.EndsSoon)),
        new("declaration-none", Reader.Supervisor, (w, p) => p.Declaration(w.Agency, DeclarationSeeds.Missing)),
        new("declaration-aged-out", Reader.Supervisor, (w, p) => p.Declaration(w.Agency, DeclarationSeeds.AgedOut)),
        new("declaration-foreign", Reader.Agency, (_, p) => p.Declaration(TestHost.Foreign, DeclarationSeeds.EndsSoon), 404),
        new("obligations", Reader.Supervisor, (_, p) => p.Obligations),
        new("obligations-group", Reader.Supervisor, (_, p) => p.Obligations + "?group=Municipality"),
        new("declarations", Reader.Supervisor, (_, p) => p.Declarations),
        new("new-solution", Reader.Supervisor, (w, p) => p.NewSolution(w.Agency)),
        new("solution", Reader.Supervisor, (w, p) => p.Solution(w.Solution)),
        new("solution-group", Reader.Agency, (w, p) => p.Solution(w.Solution) + "?group=Persisting&page=2"),
        new("solution-unmeasured", Reader.Supervisor, (w, p) => p.Solution(w.Unmeasured)),
        new("edit-solution", Reader.Supervisor, (w, p) => p.EditSolution(w.Solution)),
        new("scans", Reader.Agency, (w, p) => p.Scans(w.Solution)),
        new("finding", Reader.Supervisor, (w, p) => p.Finding(w.Solution, w.Finding)),
        new("finding-agency", Reader.Agency, (w, p) => p.Finding(w.Solution, w.Finding)),
        new("finding-aside", Reader.Supervisor, (w, p) => p.Finding(w.Solution, w.Aside)),
        new("finding-missing", Reader.Supervisor, (w, p) => p.Finding(w.Solution, new string('a', 26)), 404),
        new("scan", Reader.Supervisor, (w, p) => p.Scan(w.Finished)),
        new("scan-running", Reader.Supervisor, (w, p) => p.Scan(w.Running)),
        new("scan-failed", Reader.Agency, (w, p) => p.Scan(w.Failed)),
        new("tasks", Reader.Supervisor, (_, p) => p.Tasks),
        new("keys", Reader.Supervisor, (_, p) => p.Keys),
    ];

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names { get; } = [.. All.Select(p => p.Name)];

    /// <summary>Each name with each language.</summary>
    public static TheoryData<string, Language> NamesInEachLanguage { get; } =
        [.. All.SelectMany(_ => Languages.All, (p, l) => new TheoryDataRow<string, Language>(p.Name, l))];

    public static DashboardPage Find(string name) => All.Single(p => p.Name == name);
}
