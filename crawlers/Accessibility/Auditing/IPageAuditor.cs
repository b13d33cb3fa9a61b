using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>Looks at one page in a browser. A seam: the queue handler's tests have no browser.</summary>
public interface IPageAuditor
{
    /// <summary>Takes a place in the browser; waits while all are taken. To be taken before the host's turn, which would run out over a long wait.</summary>
    Task<PagePlace> TakePlaceAsync(CancellationToken cancellation);

    /// <summary>
    /// Looks at the page; once more when it failed, or the site refused us, for a reason that may pass. Everything that can go wrong with a page is in the answer.
    /// </summary>
    /// <exception cref="InvalidOperationException">This machine has no browser: nothing is said about the page.</exception>
    Task<PageAudit> AuditAsync(PagePlace place, AuditRequest request, IEvidenceStore evidence, CancellationToken cancellation);

    /// <summary>Takes a place and looks at the page.</summary>
    /// <exception cref="InvalidOperationException">This machine has no browser: nothing is said about the page.</exception>
    async Task<PageAudit> AuditAsync(AuditRequest request, IEvidenceStore evidence, CancellationToken cancellation)
    {
        using PagePlace place = await TakePlaceAsync(cancellation);
        return await AuditAsync(place, request, evidence, cancellation);
    }
}
