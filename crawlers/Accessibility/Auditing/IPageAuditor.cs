using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>Looks at one page in a browser. A seam: the queue handler's tests have no browser.</summary>
public interface IPageAuditor
{
    /// <summary>
    /// Looks at the page; once more when it failed for a reason that may pass. Everything that can go wrong with a page is in the answer.
    /// </summary>
    /// <exception cref="InvalidOperationException">This machine has no browser: nothing is said about the page.</exception>
    Task<PageAudit> AuditAsync(AuditRequest request, IEvidenceStore evidence, CancellationToken cancellation);
}
