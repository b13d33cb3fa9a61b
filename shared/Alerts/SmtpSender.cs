using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using Monitor.Shared.Settings;

namespace Monitor.Shared.Alerts;

/// <summary>Hands one rendered mail to the mail server (RFC 5321).</summary>
public sealed partial class SmtpSender(IOptions<SmtpSettings> settings, TimeProvider clock) : IMailSender
{
    /// <summary>
    /// How long one mail may take. Short of a function's five minutes; RFC 5321 section 4.5.3.2 would wait longer still, since giving up
    /// between the last byte and the server's answer is what doubles mails.
    /// </summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan QuitLimit = TimeSpan.FromSeconds(5);

    // Lines end as on the wire, so that what is stored is what is sent.
    internal static readonly FormatOptions Wire = CreateWire();

    /// <inheritdoc/>
    public bool Configured => !string.IsNullOrEmpty(settings.Value.Host);

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(BinaryData mail, string to, Func<Task> taken, CancellationToken cancellation)
    {
        SmtpSettings smtp = settings.Value;
        using MimeMessage message = await MimeMessage.LoadAsync(mail.ToStream(), persistent: true, cancellation);
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var client = new SmtpClient { Timeout = (int)Limit.TotalMilliseconds };
        bool greeted = false;
        try
        {
            await client.ConnectAsync(smtp.Host ?? "", smtp.Port, Options(smtp.Security), either.Token);
            if (!string.IsNullOrEmpty(smtp.User))
                await client.AuthenticateAsync(smtp.User, smtp.Password ?? "", either.Token);
            greeted = true;
            // A stop abandons no mail that the server may be taking: only the time limit, or a crash, ends it from here on.
            await client.SendAsync(Wire, message, MailboxAddress.Parse(smtp.From), [MailboxAddress.Parse(to)], limit.Token);
        }
        catch (SmtpCommandException e) when (greeted && IsAboutTheMail(e))
        {
            return new SendResult((int)e.StatusCode >= 500 ? SendOutcome.Refused : SendOutcome.Deferred, Codes(e));
        }
        catch (SmtpCommandException e)
        {
            return new SendResult(SendOutcome.Unavailable, Codes(e));
        }
        catch (Exception e) when (IsTrouble(e) || (e is OperationCanceledException && (greeted || !cancellation.IsCancellationRequested)))
        {
            return new SendResult(SendOutcome.Unavailable, e.GetType().Name);
        }

        await taken();
        await QuitAsync(client, cancellation);
        return new SendResult(SendOutcome.Sent, null);
    }

    private async Task QuitAsync(SmtpClient client, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(QuitLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await client.DisconnectAsync(quit: true, either.Token);
        }
        catch (Exception e) when (IsTrouble(e) || e is OperationCanceledException)
        {
            // The mail is taken; how the server says goodbye changes nothing.
        }
    }

    // 421 closes the service whatever was asked. A refused sender is our own configuration: that must cost no mail.
    private static bool IsAboutTheMail(SmtpCommandException e) =>
        e.StatusCode != SmtpStatusCode.ServiceNotAvailable && e.ErrorCode != SmtpErrorCode.SenderNotAccepted
        && e.StatusCode is not (SmtpStatusCode.AuthenticationRequired or SmtpStatusCode.AuthenticationInvalidCredentials);

    // NotSupportedException: the server lacks the STARTTLS or the authentication that is asked for.
    private static bool IsTrouble(Exception e) =>
        e is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or ServiceNotAuthenticatedException
            or IOException or SocketException or TimeoutException or NotSupportedException;

    // Codes only: the server's words often quote the address.
    private static string Codes(SmtpCommandException e)
    {
        string status = ((int)e.StatusCode).ToString(CultureInfo.InvariantCulture);
        Match enhanced = EnhancedCode().Match(e.Message);
        return enhanced.Success ? $"{status} {enhanced.Value}" : status;
    }

    private static SecureSocketOptions Options(SmtpSecurity security) => security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private static FormatOptions CreateWire()
    {
        FormatOptions options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }

    // RFC 3463: class.subject.detail at the start of the text.
    [GeneratedRegex(@"\A[245]\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex EnhancedCode();
}
