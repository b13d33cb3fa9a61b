using System.Runtime.Serialization;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>One look at one page of a scan. Partition scan id, row page key (<c>…|2</c> for the second look). The first write of a look wins.</summary>
public sealed record PageRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "pages";

    /// <summary>Whether this row is a second look.</summary>
    [IgnoreDataMember]
    public bool SecondLook => PageKey.IsSecondLook(RowKey);

    /// <summary>The canonical URL asked for.</summary>
    public string Url { get; set; } = "";

    /// <summary>Why the page is in the sample.</summary>
    public PageKind Kind { get; set; }

    /// <summary>The page key of the skipped page that this reserve stands in for; null for a page of the sample itself.</summary>
    public string? Replaces { get; set; }

    /// <summary>The look's state.</summary>
    public PageStatus Status { get; set; }

    /// <summary>Why it was not audited, a code of <see cref="PageReasons"/>.</summary>
    public string? Reason { get; set; }

    /// <summary>Where redirects led.</summary>
    public string? FinalUrl { get; set; }

    /// <summary>The page's title.</summary>
    public string? Title { get; set; }

    /// <summary>The final answer's HTTP status.</summary>
    public int? HttpStatus { get; set; }

    /// <summary>Milliseconds from navigation to result.</summary>
    public int DurationMs { get; set; }

    /// <summary>When the look ended (UTC).</summary>
    public DateTimeOffset? AuditedAt { get; set; }

    /// <summary>The blob with the <see cref="PageAudit"/> (gzipped JSON).</summary>
    public string? ResultBlob { get; set; }

    /// <summary>SHA-256 (base32) of the HTML, or of the document, judged.</summary>
    public string? HtmlHash { get; set; }

    /// <summary>Elements failed.</summary>
    public int Failed { get; set; }

    /// <summary>Elements a person must look at.</summary>
    public int CantTell { get; set; }

    /// <summary>How often the look was put off because the site asked us to wait.</summary>
    public int Postponed { get; set; }

    /// <summary>Whether the look is over.</summary>
    [IgnoreDataMember]
    public bool Done => Status != PageStatus.Queued;
}

/// <summary>What a look at a page came to.</summary>
public enum PageStatus
{
    /// <summary>Not looked at yet.</summary>
    Queued,

    /// <summary>Judged.</summary>
    Audited,

    /// <summary>Could not be judged, after one retry.</summary>
    Failed,

    /// <summary>The site refused us.</summary>
    Blocked,

    /// <summary>Gone, no HTML, out of scope or refused by robots.txt: replaced in the sample, which makes no scan partial.</summary>
    Skipped,
}

/// <summary>Why a page is in a sample (Decision (EU) 2018/1524 Annex I, and our own follow-ups).</summary>
public enum PageKind
{
    /// <summary>The start page.</summary>
    Start,

    /// <summary>Contact information.</summary>
    Contact,

    /// <summary>Help.</summary>
    Help,

    /// <summary>Search.</summary>
    Search,

    /// <summary>Login.</summary>
    Login,

    /// <summary>Privacy or other legal information.</summary>
    Privacy,

    /// <summary>The accessibility statement.</summary>
    Statement,

    /// <summary>A site map.</summary>
    Sitemap,

    /// <summary>One page of a template: of pages that are built alike.</summary>
    Template,

    /// <summary>Drawn at random with the scan's seed.</summary>
    Random,

    /// <summary>Carried an open finding last time; outside the random part's figures.</summary>
    FollowUp,

    /// <summary>A document that pages link to; drawn at random, or carried an open finding last time.</summary>
    Document,
}

/// <summary>Stable codes for why a page was not audited.</summary>
public static class PageReasons
{
    /// <summary>404 or 410.</summary>
    public const string Gone = "gone";

    /// <summary>Not HTML.</summary>
    public const string NotHtml = "notHtml";

    /// <summary>Linked to as a document and none, but a web page for instance.</summary>
    public const string NotDocument = "notDocument";

    /// <summary>A document that could not be read: broken, locked, costing more than it may, or not made of pages.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>It led out of the solution's scope.</summary>
    public const string OutOfScope = "outOfScope";

    /// <summary>robots.txt refuses it.</summary>
    public const string RobotsDisallowed = "robotsDisallowed";

    /// <summary>The address is not allowed. Says no more, on purpose.</summary>
    public const string AddressNotAllowed = "addressNotAllowed";

    /// <summary>No answer in time.</summary>
    public const string Timeout = "timeout";

    /// <summary>The name does not resolve.</summary>
    public const string Dns = "dns";

    /// <summary>The certificate or the TLS connection is broken.</summary>
    public const string Tls = "tls";

    /// <summary>The connection was refused or broke.</summary>
    public const string Connection = "connection";

    /// <summary>401, 403 or 451.</summary>
    public const string Refused = "refused";

    /// <summary>429 or 503 with a wish to wait.</summary>
    public const string Throttled = "throttled";

    /// <summary>A firewall answered in the site's place and asked for proof that we are human.</summary>
    public const string Challenged = "challenged";

    /// <summary>Not asked: the host failed or turned us away five times in a row.</summary>
    public const string Blocked = "blocked";

    /// <summary>Another 4xx.</summary>
    public const string ClientError = "clientError";

    /// <summary>5xx.</summary>
    public const string ServerError = "serverError";

    /// <summary>More redirects than we follow, or a loop.</summary>
    public const string Redirects = "redirects";

    /// <summary>Larger than we read.</summary>
    public const string TooLarge = "tooLarge";

    /// <summary>The browser died.</summary>
    public const string BrowserCrashed = "browserCrashed";

    /// <summary>The engine did not finish.</summary>
    public const string EngineFailed = "engineFailed";

    /// <summary>The message failed again and again.</summary>
    public const string Poison = "poison";

    /// <summary>The scan was stopped, or ended, first.</summary>
    public const string Stopped = "stopped";
}
