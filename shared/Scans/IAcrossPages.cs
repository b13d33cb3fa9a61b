namespace Monitor.Shared.Scans;

/// <summary>Judges what only several pages of a scan tell together. The rules live with their check; the end of a scan finds them here.</summary>
public interface IAcrossPages
{
    /// <summary>The audits, in the order given, with what rules across pages came to. Pure: the same pages, the same answer.</summary>
    /// <param name="pages">Each page's look, in sample order.</param>
    IReadOnlyList<PageAudit> Judge(IReadOnlyList<(SamplePage Page, PageAudit Audit)> pages);
}
