using Monitor.Shared.Scans;

namespace Monitor.Local.Commands.Scan;

/// <summary>The sample's pages as they are handed out; a page that was skipped is replaced by the next reserve, a document is not.</summary>
internal sealed class PageQueue(Sample sample)
{
    private readonly Lock gate = new();
    private readonly Queue<SamplePage> pages = new(sample.Pages);
    private readonly Queue<SamplePage> reserves = new(sample.Reserves);
    private readonly List<(SamplePage Page, PageAudit Audit)> done = [];

    /// <summary>The next page to look at; null when none is left.</summary>
    public SamplePage? Take()
    {
        lock (gate)
            return pages.TryDequeue(out SamplePage? page) ? page : null;
    }

    /// <summary>Notes what was observed.</summary>
    public void Done(SamplePage page, PageAudit audit)
    {
        lock (gate)
        {
            done.Add((page, audit));
            if (audit.Status is PageStatus.Skipped && page.Kind != PageKind.Document && reserves.TryDequeue(out SamplePage? reserve))
                pages.Enqueue(reserve);
        }
    }

    /// <summary>How many are looked at.</summary>
    public int DoneCount
    {
        get
        {
            lock (gate)
                return done.Count;
        }
    }

    /// <summary>What was observed, in the sample's order whatever order it was looked at in.</summary>
    public IReadOnlyList<(SamplePage Page, PageAudit Audit)> Results()
    {
        lock (gate)
        {
            SamplePage[] order = [.. sample.Pages, .. sample.Reserves];
            return [.. done.OrderBy(d => Array.IndexOf(order, d.Page))];
        }
    }
}
