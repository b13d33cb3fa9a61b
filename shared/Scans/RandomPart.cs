using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;

namespace Monitor.Shared.Scans;

/// <summary>Compares the random part of a sample with the rest (WCAG-EM step 4.c): a kind of failure that only it shows says that the sample is too small.</summary>
internal static class RandomPart
{
    /// <summary>The rules that fail on random pages and on no other page, documents left out; null where one of the parts was not audited.</summary>
    public static IReadOnlyList<ScanResultRule>? OnlyThere(IReadOnlyList<(SamplePage Page, PageAudit Audit)> pages, Regulation regulation)
    {
        (SamplePage Page, PageAudit Audit)[] audited = [.. pages.Where(p => p.Audit.Status == PageStatus.Audited && p.Page.Kind != PageKind.Document)];
        ILookup<bool, PageAudit> parts = audited.ToLookup(p => p.Page.Kind == PageKind.Random, p => p.Audit);
        if (!parts.Contains(true) || !parts.Contains(false))
            return null;
        HashSet<ScanResultRule> elsewhere = [.. Failed(parts[false])];
        return [.. Failed(parts[true]).Distinct().Where(r => !elsewhere.Contains(r)).OrderBy(r => r.Check, StringComparer.Ordinal).ThenBy(r => r.Rule, StringComparer.Ordinal)];

        IEnumerable<ScanResultRule> Failed(IEnumerable<PageAudit> audits) =>
            audits.SelectMany(a => a.Rules).Where(r => r.Outcome == Outcome.Failed && regulation.Requires(r.Wcag)).Select(r => new ScanResultRule(r.Check, r.Rule));
    }
}
