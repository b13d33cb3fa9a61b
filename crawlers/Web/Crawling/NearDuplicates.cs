namespace Monitor.Crawlers.Web.Crawling;

/// <summary>Notices when the pages of one pattern hardly differ any more: a calendar without events, a list without end.</summary>
internal sealed class NearDuplicates(CrawlState state)
{
    /// <summary>Notes the text of a page that was fetched, by its <see cref="SimHash"/>.</summary>
    public void Note(string url, ulong text)
    {
        string pattern = Frontier.PatternOf(url);
        DuplicateRun? run = state.Duplicates.GetValueOrDefault(pattern);
        bool near = run is not null && SimHash.AreNear(run.Last, text);
        state.Duplicates[pattern] = new DuplicateRun(text, near ? run!.InARow + 1 : 0);
        if (IsSpent(url))
            state.Tasks.RemoveAll(t => t.Kind == CrawlTaskKind.Page && IsSpent(t.Url));
    }

    /// <summary>Whether enough pages like this one were seen.</summary>
    public bool IsSpent(string url) => state.Duplicates.GetValueOrDefault(Frontier.PatternOf(url)) is { } run && run.InARow >= state.Limits.NearDuplicates;
}

/// <summary>Pages of one pattern, in the order they were fetched.</summary>
/// <param name="Last">The <see cref="SimHash"/> of the last one's text.</param>
/// <param name="InARow">How many in a row, the last one included, hardly differed from the one before.</param>
public sealed record DuplicateRun(ulong Last, int InARow);
