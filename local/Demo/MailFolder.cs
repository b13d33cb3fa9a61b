using System.Buffers;
using System.Globalization;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Monitor.Local.Demo;

/// <summary>Mails as files, named by when they came.</summary>
internal sealed class MailFolder : MessageStore
{
    private readonly string path;
    private readonly TimeProvider clock;
    private int count;

    public MailFolder(string path, TimeProvider clock)
    {
        this.path = path;
        this.clock = clock;
        Directory.CreateDirectory(path);
    }

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyyMMddHHmmssfff}-{Interlocked.Increment(ref count)}");
        string draft = Path.Combine(path, id + ".part");
        await File.WriteAllBytesAsync(draft, buffer.ToArray(), cancellationToken);
        File.Move(draft, Path.Combine(path, id + ".eml"));
        return SmtpResponse.Ok;
    }

    /// <summary>Every mail, newest first.</summary>
    public IReadOnlyList<(string Id, MimeMessage Mail)> All() =>
        [.. Directory.GetFiles(path, "*.eml").OrderDescending(StringComparer.Ordinal).Select(f => (Path.GetFileNameWithoutExtension(f), MimeMessage.Load(f)))];

    /// <summary>One mail, or null.</summary>
    public MimeMessage? Find(string id) => All().FirstOrDefault(m => m.Id == id).Mail;
}
