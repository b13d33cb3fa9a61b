using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Documents;

/// <summary>
/// Sends each page of a sample to whoever can look at it. A document takes a place in the browser too, although it opens none there:
/// that is what bounds how much a worker holds at once.
/// </summary>
internal sealed class AuditorByKind(PageAuditor pages, DocumentAuditor documents) : IPageAuditor
{
    /// <inheritdoc/>
    public Task<PagePlace> TakePlaceAsync(CancellationToken cancellation) => pages.TakePlaceAsync(cancellation);

    /// <inheritdoc/>
    public Task<PageAudit> AuditAsync(PagePlace place, AuditRequest request, IEvidenceStore evidence, CancellationToken cancellation) =>
        request.IsDocument ? documents.AuditAsync(request, cancellation) : pages.AuditAsync(place, request, evidence, cancellation);
}
