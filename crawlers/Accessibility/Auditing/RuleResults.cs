using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>What each rule came to on a page, whatever states of it were looked into: one result a rule.</summary>
internal sealed class RuleResults
{
    private readonly List<RuleResult> results = [];

    /// <summary>The results in the order of the checks.</summary>
    public IReadOnlyList<RuleResult> All => [.. results];

    /// <summary>Adds what rules came to; to what they came to before, what was seen later.</summary>
    public void Add(IEnumerable<RuleResult> added)
    {
        foreach (RuleResult result in added)
        {
            int known = results.FindIndex(r => r.Check == result.Check && r.Rule == result.Rule);
            if (known < 0)
                results.Add(result);
            else
                results[known] = Merge(results[known], result);
        }
    }

    private static RuleResult Merge(RuleResult before, RuleResult later)
    {
        ElementResult[] elements =
        [
            .. before.Elements.Where(e => !later.Elements.Any(l => l.Outcome > e.Outcome && l.Fingerprint == e.Fingerprint && l.Target == e.Target)),
            .. later.Elements,
        ];
        return before with
        {
            Outcome = elements.Select(e => e.Outcome).Append(later.Outcome).Max(),
            Impact = Impacts.Worst([before.Impact, later.Impact]),
            Message = before.Elements.Count > 0 ? before.Message : later.Message,
            Elements = [.. elements.GroupBy(e => (e.Fingerprint, e.Outcome)).SelectMany(Listed)],
            // What was untested at first still is, beside what was found.
            Incomplete = before.Incomplete || before.Outcome == Outcome.Untested,
        };
    }

    /// <summary>As many elements of one cause as are listed; the first tells how many more there are.</summary>
    private static IEnumerable<ElementResult> Listed(IEnumerable<ElementResult> cause)
    {
        ElementResult[] all = [.. cause];
        int omitted = all.Sum(e => e.Omitted) + Math.Max(0, all.Length - FindingRecorder.ListedOfOneCause);
        return all.Take(FindingRecorder.ListedOfOneCause).Select((e, i) => e with { Omitted = i == 0 ? omitted : 0 });
    }
}
