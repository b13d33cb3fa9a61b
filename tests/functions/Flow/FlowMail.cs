using MimeKit;
using Monitor.Shared.Alerts;

namespace Monitor.Functions.Tests.Flow;

/// <summary>A mail server that keeps what it takes. Between its yes and our row lies the one place where a mail may be doubled.</summary>
internal sealed class FlowMail(Faults faults) : IMailSender
{
    /// <summary>The point at which the server takes a mail.</summary>
    public const string Point = "mail send";

    private readonly List<(string To, byte[] Bytes)> taken = [];

    /// <summary>Every mail taken.</summary>
    public IReadOnlyList<(string To, byte[] Bytes)> Taken => taken;

    public bool Configured => true;

    /// <summary>The Message-IDs, one a mail taken.</summary>
    public IReadOnlyList<string> MessageIds => [.. taken.Select(m => MimeMessage.Load(new MemoryStream(m.Bytes)).MessageId!)];

    public async Task<SendResult> SendAsync(BinaryData mail, string to, Func<Task> taken, CancellationToken cancellation)
    {
        await faults.AroundAsync(Point, () =>
        {
            this.taken.Add((to, mail.ToArray()));
            return Task.CompletedTask;
        });
        await taken();
        await faults.AroundAsync("mail quit", () => Task.CompletedTask);
        return new SendResult(SendOutcome.Sent, null);
    }
}
