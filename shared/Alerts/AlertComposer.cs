using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using Monitor.Shared.Alerts.Rendering;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>
/// Renders an outbox row once, to <c>mail/{key}.eml</c>; every attempt sends those bytes. Text and HTML hold the same facts, in the agency's language.
/// Nothing is fetched when it is read, and nothing tells us that it was.
/// </summary>
public sealed class AlertComposer(
    Outbox outbox, IBlobs blobs, IRuleTexts rules, ConsentTokens tokens, IOptions<SmtpSettings> smtp, IOptions<SiteSettings> site)
{
    /// <summary>Bytes in one mail, at most: some programs cut off longer ones, and the way to unsubscribe with them (Gmail at 102 KB).</summary>
    internal const int MaxBytes = 100 * 1024;

    private const string Name = "Monitor";

    // Tried in this order until the mail fits.
    private static readonly int[] FindingsListed = [50, 25, 10, 5, 1];

    /// <summary>The mail's bytes; null when what it tells was erased.</summary>
    internal async Task<BinaryData?> RenderAsync(OutboxRow row, RecipientRow recipient, CancellationToken cancellation)
    {
        string blob = AlertKeys.Mail(row.RowKey);
        if (await blobs.ReadAsync(blob, cancellation) is { } rendered)
            return rendered;
        if (await outbox.FactsAsync(row, cancellation) is not { } facts)
            return null;

        // Tokens are encrypted with a random part: two renderings differ in them, so the first stored is the one that is sent.
        string optIn = tokens.OptIn(facts.Agency, row.Recipient);
        string unsubscribe = tokens.Unsubscribe(facts.Agency, row.Recipient);
        await blobs.TryCreateAsync(blob, Compose(row, facts, recipient.Email, optIn, unsubscribe), "message/rfc822", cancellation);
        return await blobs.ReadAsync(blob, cancellation);
    }

    /// <summary>Renders: the same row, facts and tokens give the same bytes.</summary>
    internal BinaryData Compose(OutboxRow row, AlertFacts facts, string to, string optIn, string unsubscribe)
    {
        var links = new MailLinks(site.Value.PublicAddress, facts.Language, facts.Agency);
        string leave = links.Unsubscribe(unsubscribe);
        BinaryData mail = BinaryData.Empty;
        foreach (int most in FindingsListed)
        {
            MailDocument document = Write(facts, links, most, links.OptIn(optIn), leave);
            mail = Serialize(row, facts, document, to, leave);
            if (mail.ToMemory().Length <= MaxBytes)
                break;
        }
        return mail;
    }

    private MailDocument Write(AlertFacts facts, MailLinks links, int most, string join, string leave)
    {
        var voice = new MailVoice(facts.Language);
        MailBlock[] footer =
        [
            new MailLine(voice.Say(MailTexts.All.WhyYou, PlainText.Line(facts.AgencyName, 120))),
            new MailLink(voice.Say(MailTexts.All.Unsubscribe), leave),
        ];
        return facts.Kind switch
        {
            AlertKind.NewFindings => new ScanMail(voice, links, rules, facts).NewFindings(most, footer),
            AlertKind.Welcome => new ScanMail(voice, links, rules, facts).Welcome(footer),
            AlertKind.Obligation => ObligationMail.Write(voice, links, facts, footer),
            _ => OptInMail.Write(voice, facts, join, leave),
        };
    }

    private BinaryData Serialize(OutboxRow row, AlertFacts facts, MailDocument document, string to, string leave)
    {
        string from = smtp.Value.From;
        string domain = from[(from.LastIndexOf('@') + 1)..];
        using var message = new MimeMessage
        {
            Date = row.CreatedAt.ToUniversalTime(),
            MessageId = $"{row.RowKey}@{domain}",
            Subject = $"[{Name}] {document.Subject}",
            MimeVersion = new Version(1, 0),
        };
        message.From.Add(new MailboxAddress(Name, from));
        message.To.Add(new MailboxAddress("", to));
        if (facts.Solution is { } solution)
            message.References.Add($"{solution.Id}.solution@{domain}");
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(HeaderId.ListId, $"{Name} <{facts.Agency.Value}.alerts.{domain}>");
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{leave}>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        // Quoted-printable writes every = as =3D, so this boundary cannot occur in a part.
        var parts = new MultipartAlternative(Part("plain", TextPartWriter.Write(document)), Part("html", HtmlPartWriter.Write(document)))
        {
            Boundary = $"=_{row.RowKey}",
        };
        parts.Headers.Add(HeaderId.ContentLanguage, document.Language);
        message.Body = parts;

        using var bytes = new MemoryStream();
        message.WriteTo(SmtpSender.Wire, bytes);
        return new BinaryData(bytes.ToArray());
    }

    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }
}
