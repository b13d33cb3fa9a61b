using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Regulations;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>One page to look at.</summary>
/// <param name="Url">Its canonical URL.</param>
/// <param name="Regulation">By which criteria it is judged.</param>
/// <param name="Scope">How far the solution reaches: a page that leads out of it is skipped; null for anywhere.</param>
/// <param name="Allowed">Whether robots.txt lets us at a URL that a redirect led to; null for not asking.</param>
public sealed record AuditRequest(
    string Url, Regulation Regulation, SiteScope? Scope = null, Func<Uri, bool>? Allowed = null)
{
    /// <summary>Whether a site that asks us to wait a little is waited for before the second try. A queue's handler rather sends its message again.</summary>
    public bool MayWait { get; init; } = true;

    /// <summary>Whether it is a document, which no browser opens.</summary>
    public bool IsDocument { get; init; }

    /// <summary>Is told what each try told of the host.</summary>
    public Action<HostAnswer>? Tried { get; init; }
}
