using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Monitor.Functions.Http;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Regulations;

namespace Monitor.Functions.Api.Findings;

/// <summary>Which findings are asked for: <c>?state=&amp;wcag=&amp;solution=</c>. Several states are parted by commas.</summary>
internal sealed record FindingFilter(IReadOnlySet<FindingState> States, string? Wcag, SolutionId? Solution)
{
    private static readonly Dictionary<string, FindingState> StateNames =
        Enum.GetValues<FindingState>().ToDictionary(s => JsonNamingPolicy.CamelCase.ConvertName(s.ToString()));

    /// <summary>What the row keys of these findings begin with.</summary>
    public string Prefix => Solution is { } solution ? FindingRow.KeyOf(solution, "") : "";

    /// <summary>Whether a finding is asked for.</summary>
    public bool Holds(FindingRow row) =>
        (States.Count == 0 || States.Contains(row.State)) && (Wcag is null || row.Criteria.Contains(Wcag));

    /// <summary>Reads the query; a solution of another agency is like none.</summary>
    public static (FindingFilter? Filter, IResult? Refusal) Read(HttpRequest request, OrgNumber agency)
    {
        List<ProblemError> errors = [];
        var states = new HashSet<FindingState>();
        foreach (string name in request.Query["state"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (StateNames.TryGetValue(name, out FindingState state))
                states.Add(state);
            else
                errors.Add(new ProblemError("state", "unknown", OneOf(string.Join(", ", StateNames.Keys))));
        }

        string? wcag = Given(request, "wcag");
        if (wcag is not null && RegulationCatalogue.FindCriterion(wcag) is null)
        {
            errors.Add(new ProblemError("wcag", "unknown", new(
                "Oppgi nummeret på et suksesskriterium, for eksempel 1.1.1.", "Oppgi nummeret på eit suksesskriterium, til dømes 1.1.1.", "Give the number of a success criterion, e.g. 1.1.1.")));
        }

        SolutionId? solution = null;
        if (Given(request, "solution") is { } text)
        {
            if (SolutionId.TryParse(text, null, out SolutionId id) && id.Agency == agency)
                solution = id;
            else
                errors.Add(new ProblemError("solution", "unknown", new("Virksomheten har ingen slik løsning.", "Verksemda har inga slik løysing.", "The agency has no such solution.")));
        }
        return errors.Count == 0
            ? (new FindingFilter(states, wcag, solution), null)
            : (null, new ProblemResult(Problems.Invalid) { Errors = errors });
    }

    private static LocalizedText OneOf(string values) => new($"Oppgi en eller flere av {values}.", $"Oppgi ein eller fleire av {values}.", $"Give one or more of {values}.");

    private static string? Given(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 } value ? value : null;
}
