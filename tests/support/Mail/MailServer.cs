using System.Buffers;
using System.Net;
using System.Net.Sockets;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Monitor.Tests.Support.Mail;

/// <summary>A real mail server on a loopback address of its own. It keeps what it takes, byte for byte, and can be told to misbehave.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private static int count;

    private readonly Lock gate = new();
    private readonly List<ReceivedMail> received = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    private MailServer(IPAddress address, int port)
    {
        Host = address.ToString();
        Port = port;
        ISmtpServerOptions options = new SmtpServerOptionsBuilder()
            .ServerName("mail.test")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(address, port)).AllowUnsecureAuthentication())
            .Build();
        var services = new ServiceProvider();
        services.Add(new Filter(this));
        services.Add(new Store(this));
        services.Add(new Authenticator(this));
        running = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
    }

    /// <summary>The address it listens on.</summary>
    public string Host { get; }

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>What it took, in order; also what it took without saying so.</summary>
    public IReadOnlyList<ReceivedMail> Received
    {
        get
        {
            lock (gate)
                return [.. received];
        }
    }

    /// <summary>Connections that got as far as naming a sender.</summary>
    public int Conversations { get; private set; }

    /// <summary>What it answers to MAIL FROM; null accepts.</summary>
    public SmtpResponse? ToSender { get; set; }

    /// <summary>What it answers to RCPT TO; null accepts.</summary>
    public SmtpResponse? ToRecipient { get; set; }

    /// <summary>What it does with a message that has come in whole; null takes it.</summary>
    public Func<ReceivedMail, CancellationToken, Task<SmtpResponse>>? ToMessage { get; set; }

    /// <summary>Whether it lets somebody in who logs in.</summary>
    public bool AcceptsLogin { get; set; } = true;

    /// <summary>Makes <see cref="ToMessage"/> close the connection without an answer.</summary>
    public static Func<ReceivedMail, CancellationToken, Task<SmtpResponse>> HangUp => (_, _) => throw new IOException("hanging up");

    /// <summary>Starts one.</summary>
    public static MailServer Start()
    {
        int number = Interlocked.Increment(ref count);
        var address = new IPAddress([127, (byte)(100 + Environment.ProcessId % 100), (byte)(1 + number / 250), (byte)(1 + number % 250)]);
        using var probe = new TcpListener(address, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return new MailServer(address, port);
    }

    /// <summary>Keeps a message, whatever is answered to it.</summary>
    public void Keep(ReceivedMail mail)
    {
        lock (gate)
            received.Add(mail);
    }

    /// <summary>Stops listening and hangs up.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // That is how it stops.
        }
        stop.Dispose();
    }

    private sealed class Filter(MailServer server) : MailboxFilter
    {
        public override Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken)
        {
            lock (server.gate)
                server.Conversations++;
            return server.ToSender is { } answer ? throw new SmtpResponseException(answer) : Task.FromResult(true);
        }

        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            server.ToRecipient is { } answer ? throw new SmtpResponseException(answer) : Task.FromResult(true);
    }

    private sealed class Authenticator(MailServer server) : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult(server.AcceptsLogin);
    }

    private sealed class Store(MailServer server) : MessageStore
    {
        // The line break before the final dot belongs to the message (RFC 5321 section 4.1.1.4); the library takes it off.
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            var mail = new ReceivedMail(transaction.From.AsAddress(), [.. transaction.To.Select(to => to.AsAddress())], [.. buffer.ToArray(), .. "\r\n"u8]);
            if (server.ToMessage is { } answer)
            {
                try
                {
                    return await answer(mail, cancellationToken);
                }
                catch (IOException)
                {
                    (context.Pipe as IDisposable)?.Dispose();
                    throw;
                }
            }
            server.Keep(mail);
            return SmtpResponse.Ok;
        }
    }
}

/// <summary>A mail as it came over the wire.</summary>
/// <param name="From">The envelope's sender.</param>
/// <param name="To">The envelope's recipients.</param>
/// <param name="Bytes">The message, dot-stuffing undone.</param>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, byte[] Bytes);
