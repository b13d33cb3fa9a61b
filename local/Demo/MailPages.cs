using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using MimeKit;

namespace Monitor.Local.Demo;

/// <summary>The two pages of the mail catcher.</summary>
internal static class MailPages
{
    private const string Style = "body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2b36}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem;border-bottom:1px solid #c5d0d8}pre{white-space:pre-wrap;background:#f2f5f7;padding:1rem}";

    /// <summary>All mails.</summary>
    public static string Inbox(IReadOnlyList<(string Id, MimeMessage Mail)> mails)
    {
        var rows = new StringBuilder();
        foreach ((string id, MimeMessage mail) in mails)
            rows.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(mail.Date.ToString("u", CultureInfo.InvariantCulture))}</td><td>{Text(mail.To.ToString())}</td><td><a href=\"/{Text(id)}\">{Text(mail.Subject)}</a></td></tr>");
        return Page("Mails", mails.Count == 0
            ? "<p>No mail yet.</p>"
            : $"<table><thead><tr><th scope=\"col\">Date</th><th scope=\"col\">To</th><th scope=\"col\">Subject</th></tr></thead><tbody>{rows}</tbody></table>");
    }

    /// <summary>One mail: head, text part, and a link to the HTML part.</summary>
    public static string Mail(string id, MimeMessage mail) => Page(
        mail.Subject ?? "(no subject)",
        $"<p><a href=\"/\">All mails</a> · <a href=\"/{Text(id)}/html\">HTML part</a></p><p>From {Text(mail.From.ToString())} to {Text(mail.To.ToString())}<br>Message-ID {Text(mail.MessageId)}</p><pre>{Text(mail.TextBody)}</pre>");

    private static string Page(string title, string body) =>
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Text(title)}</title><style>{Style}</style></head><body><main><h1>{Text(title)}</h1>{body}</main></body></html>";

    private static string Text(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
