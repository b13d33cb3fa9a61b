using System.Text.Json;
using Monitor.Shared.Domain;

namespace Monitor.Benchmarks.Accuracy;

/// <summary>One example of an ACT rule (W3C, ACT Rules Format 1.1, test cases), as <c>testcases.json</c> lists it.</summary>
/// <param name="RuleId">The ACT rule.</param>
/// <param name="RuleName">Its name.</param>
/// <param name="TestcaseId">The example.</param>
/// <param name="Expected">passed, failed or inapplicable.</param>
/// <param name="Wcag">The criteria that the rule rests on.</param>
/// <param name="WcagSecondary">Criteria that it may break besides.</param>
/// <param name="WcagDerived">Criteria of what the rule is a part of.</param>
/// <param name="File">The page, a path from the folder as web root.</param>
internal sealed record Example(
    string RuleId, string RuleName, string TestcaseId, string Expected,
    IReadOnlyList<string> Wcag, IReadOnlyList<string> WcagSecondary, IReadOnlyList<string> WcagDerived, string File)
{
    /// <summary>Whether the page breaks the rule.</summary>
    public bool Fails => Expected == "failed";

    /// <summary>The criteria it counts for: the rule's own; where it has none, those it has in other ways.</summary>
    public IReadOnlyList<string> Criteria => Wcag.Count > 0 ? Wcag : [.. WcagSecondary, .. WcagDerived];

    /// <summary>Reads those of a folder that rest on one of the criteria.</summary>
    /// <exception cref="IOException">There is no list.</exception>
    public static IReadOnlyList<Example> ReadAll(string folder, IReadOnlyCollection<string> criteria)
    {
        using FileStream list = System.IO.File.OpenRead(Path.Combine(folder, "testcases.json"));
        return [.. JsonSerializer.Deserialize<Example[]>(list, MonitorJson.Options)!.Where(e => e.Criteria.Intersect(criteria).Any())];
    }
}
