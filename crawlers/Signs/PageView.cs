using AngleSharp.Dom;
using Monitor.Crawlers.Web.Crawling;

namespace Monitor.Crawlers.Signs;

/// <summary>A page as it stands in the browser, before anybody has chosen anything on it: what signs are read from.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Document">The document as scripts have made it, what is shown only without scripts left out.</param>
/// <param name="Links">Its links to web pages, in document order.</param>
/// <param name="Utf8">Whether the bytes sent are UTF-8; null where that could not be told.</param>
/// <param name="Hsts">The <c>Strict-Transport-Security</c> header (RFC 6797 section 6.1); null when there is none.</param>
/// <param name="Cookies">The cookies it has set.</param>
/// <param name="Hosts">The hosts it has asked for anything.</param>
internal sealed record PageView(
    Uri Url, IDocument Document, IReadOnlyList<PageLink> Links, bool? Utf8, string? Hsts, IReadOnlyList<PageCookie> Cookies, IReadOnlyList<string> Hosts);

/// <summary>One cookie; its value is nobody's business.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Domain">The host or domain it goes to.</param>
internal sealed record PageCookie(string Name, string Domain);
