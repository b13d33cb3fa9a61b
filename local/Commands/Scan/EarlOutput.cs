using System.Text.Json;
using System.Text.Json.Nodes;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;

namespace Monitor.Local.Commands.Scan;

/// <summary>
/// The result as EARL 1.0 in JSON-LD, one assertion a criterion and one an occurrence, under the context that the W3C's ACT rules use.
/// A criterion that passed is exported as cantTell: our rules never show conformity.
/// </summary>
internal static class EarlOutput
{
    private const string Context = "https://www.w3.org/WAI/content-assets/wcag-act-rules/earl-context.json";

    public static string Write(ScanResult result)
    {
        string engine = string.Join(", ", result.Scan.Engines.Select(e => $"{e.Name} {e.Version}"));
        var assertor = new JsonObject { ["@type"] = "Software", ["@id"] = "_:monitor", ["doap:name"] = $"Monitor ({engine})" };

        var site = new JsonArray([.. result.Criteria.Select(c => Assertion(Test(c.Wcag), c.Outcome is Outcome.Passed ? Outcome.CantTell : c.Outcome, null, null))]);
        var graph = new JsonArray
        {
            assertor,
            new JsonObject { ["@type"] = new JsonArray("WebSite", "TestSubject"), ["source"] = result.Solution.Url, ["assertions"] = site },
        };
        foreach (IGrouping<string, (ScanResultFinding Finding, ScanResultOccurrence Where)> page in result.Findings
            .SelectMany(f => f.Occurrences.Select(o => (Finding: f, Where: o))).GroupBy(o => o.Where.Page))
        {
            graph.Add(new JsonObject
            {
                ["@type"] = new JsonArray("WebPage", "TestSubject"),
                ["source"] = page.Key,
                ["assertions"] = new JsonArray([.. page.Select(o => Assertion($"{o.Finding.Check}:{o.Finding.Rule}", o.Finding.Outcome, o.Finding.Message, o.Where.Target))]),
            });
        }
        return new JsonObject { ["@context"] = Context, ["@graph"] = graph }.ToJsonString(MonitorJson.Indented) + "\n";
    }

    /// <summary>The context names no criterion that WCAG 2.2 added.</summary>
    private static string Test(string criterion) =>
        RegulationCatalogue.FindCriterion(criterion)?.Wcag == "2.2" ? $"https://www.w3.org/TR/WCAG22/#{criterion}" : $"WCAG21:{criterion}";

    private static JsonObject Assertion(string test, Outcome outcome, string? description, string? pointer)
    {
        var result = new JsonObject { ["@type"] = "TestResult", ["outcome"] = "earl:" + JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString()) };
        if (description is not null)
            result["description"] = description;
        if (pointer is not null)
            result["pointer"] = pointer;
        return new JsonObject { ["@type"] = "Assertion", ["assertedBy"] = "_:monitor", ["mode"] = "earl:automatic", ["test"] = test, ["result"] = result };
    }
}
