namespace Monitor.Shared.Findings;

/// <summary>Chooses the pages to look at again.</summary>
internal static class SecondLooks
{
    /// <summary>
    /// The pages that together decide most candidates, at most as many as allowed: each time the one that decides most of those left,
    /// of equals the one whose key comes first.
    /// </summary>
    public static IReadOnlyList<string> Choose(IReadOnlyCollection<Candidate> candidates, int limit)
    {
        List<Candidate> left = [.. candidates];
        List<string> chosen = [];
        while (left.Count > 0 && chosen.Count < limit)
        {
            string? best = left
                .SelectMany(c => c.Pages)
                .GroupBy(p => p)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .FirstOrDefault()?.Key;
            if (best is null)
                break;
            chosen.Add(best);
            left.RemoveAll(c => c.Pages.Contains(best));
        }
        return chosen;
    }
}
