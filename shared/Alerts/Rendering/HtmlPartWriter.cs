using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Monitor.Shared.Alerts.Rendering;

/// <summary>
/// Writes a mail as a small HTML document: headings and lists, no tables, nothing fetched from anywhere, colours left to the reader's program.
/// Every text and address is encoded; there is no way to write markup through it.
/// </summary>
internal static class HtmlPartWriter
{
    // Norwegian letters stay readable in the source; what means something to HTML never gets through.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(MailDocument mail)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\r\n<html lang=\"").Append(mail.Language).Append("\">\r\n<head>\r\n<meta charset=\"utf-8\">\r\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\r\n<meta name=\"color-scheme\" content=\"light dark\">\r\n")
            .Append("<title>").Append(Encode(mail.Subject)).Append("</title>\r\n</head>\r\n")
            .Append("<body style=\"font-family: sans-serif; line-height: 1.5; max-width: 40em\">\r\n<main>\r\n");
        Element(html, "h1", mail.Title);
        foreach (MailBlock block in mail.Blocks)
            Write(html, block);
        html.Append("</main>\r\n<footer>\r\n");
        foreach (MailBlock block in mail.Footer)
            Write(html, block);
        return html.Append("</footer>\r\n</body>\r\n</html>\r\n").ToString();
    }

    private static void Write(StringBuilder html, MailBlock block)
    {
        switch (block)
        {
            case MailHeading heading:
                Element(html, "h2", heading.Text);
                break;
            case MailLine line:
                Element(html, "p", line.Text, line.Language);
                break;
            case MailLink link:
                html.Append("<p>");
                Anchor(html, link);
                html.Append("</p>\r\n");
                break;
            case MailList list:
                html.Append("<ul>\r\n");
                foreach (MailItem item in list.Items)
                    Write(html, item);
                html.Append("</ul>\r\n");
                break;
        }
    }

    private static void Write(StringBuilder html, MailItem item)
    {
        html.Append("<li>\r\n");
        Element(html, "strong", item.Title.Text, item.Title.Language);
        foreach (MailBlock detail in item.Details)
        {
            html.Append("<br>");
            if (detail is MailLine line)
                Element(html, "span", line.Text, line.Language);
            else if (detail is MailLink link)
            {
                Anchor(html, link);
                html.Append("\r\n");
            }
        }
        html.Append("</li>\r\n");
    }

    private static void Element(StringBuilder html, string name, string text, string? language = null)
    {
        html.Append('<').Append(name);
        if (language is not null)
            html.Append(" lang=\"").Append(language).Append('"');
        html.Append('>').Append(Encode(text)).Append("</").Append(name).Append(">\r\n");
    }

    private static void Anchor(StringBuilder html, MailLink link) =>
        html.Append("<a href=\"").Append(Encode(link.Url)).Append("\">").Append(Encode(link.Text)).Append("</a>");

    private static string Encode(string text) => Encoder.Encode(text);
}
