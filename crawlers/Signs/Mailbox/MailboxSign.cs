using System.Text.RegularExpressions;
using Monitor.Crawlers.Web.Crawling;

namespace Monitor.Crawlers.Signs.Mailbox;

/// <summary>A link to a digital mailbox or to norge.no's pages about it, or words about one.</summary>
internal sealed partial class MailboxSign() : PageSign<MailboxWords>("mailbox")
{
    private static readonly string[] Mailboxes = ["digipost.no", "e-boks.no", "e-boks.com"];

    public override MailboxWords? Read(PageView page)
    {
        SeenLink? link = SeenLink.Of(page.Links.FirstOrDefault(l => Leads(new Uri(l.Url))));
        string? words = page.Document.Body is null ? null : Words().Match(LinkReader.ReadableText(page.Document)) is { Success: true } match ? match.Value : null;
        return link is null && words is null ? null : new MailboxWords(link, words);
    }

    private static bool Leads(Uri url) =>
        Mailboxes.Any(m => Hosts.IsBelow(url.IdnHost, m)) || (Hosts.IsBelow(url.IdnHost, "norge.no") && Path().IsMatch(Uri.UnescapeDataString(url.AbsolutePath)));

    [GeneratedRegex("post(kasse|boks)|digital-?post|mailbox", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"\b(digital\w*\s+post(kass|boks)\w*|digital\s+mailbox\w*|digipost|e-boks)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}

/// <summary>What a page tells of the mailbox.</summary>
/// <param name="Link">A link to one; null when there is none.</param>
/// <param name="Words">The first words about one; null when there are none.</param>
internal sealed record MailboxWords(SeenLink? Link, string? Words);
