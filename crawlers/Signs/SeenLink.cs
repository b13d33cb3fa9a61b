using Monitor.Crawlers.Web.Crawling;

namespace Monitor.Crawlers.Signs;

/// <summary>A link that is a sign.</summary>
/// <param name="Url">Where it leads.</param>
/// <param name="Text">What it says.</param>
internal sealed record SeenLink(string Url, string Text)
{
    /// <summary>Of a page's link; null stays null.</summary>
    public static SeenLink? Of(PageLink? link) => link is null ? null : new SeenLink(link.Url, link.Text);
}
