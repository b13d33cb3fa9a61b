using Monitor.Crawlers.Web;
using Monitor.Shared.Regulations;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>One page to look at.</summary>
/// <param name="Url">Its canonical URL.</param>
/// <param name="Regulation">By which criteria it is judged.</param>
/// <param name="Scope">How far the solution reaches: a page that leads out of it is skipped; null for anywhere.</param>
/// <param name="Allowed">Whether robots.txt lets us at a URL that a redirect led to; null for not asking.</param>
public sealed record AuditRequest(
    string Url, Regulation Regulation, SiteScope? Scope = null, Func<Uri, bool>? Allowed = null);
