using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Egress;

/// <summary>
/// One connection from the browser. A tunnel is carried byte for byte; a plain request is sent on with <c>Connection: close</c> both ways,
/// so that no connection is ever used for a second request, which might be meant for another host.
/// </summary>
internal sealed class ProxyConnection(OutboundGuard guard, EgressFailures failures, EgressMeter meter, TimeProvider clock)
{
    private const int HeadBytes = 64 * 1024;
    private static readonly TimeSpan HeadTimeout = TimeSpan.FromSeconds(30);

    public async Task RunAsync(NetworkStream client, CancellationToken stopping)
    {
        using var idle = new CancellationTokenSource(HeadTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, stopping);
        if (await HttpHead.ReadAsync(client, default, HeadBytes, either.Token) is not { StartLine.Length: > 0 } head)
            return;
        idle.CancelAfter(EgressPump.IdleTimeout);
        if (ProxyTarget.Parse(head.StartLine) is not { } target)
        {
            await AnswerAsync(client, "400 Bad Request", null, either.Token);
            return;
        }
        if (!TryReadLength(head, out long length))
        {
            await AnswerAsync(client, "411 Length Required", null, either.Token);
            return;
        }

        OutboundDestination? destination = target.Accept(guard);
        OutboundConnection connection = destination is null
            ? OutboundConnection.None(PageReasons.AddressNotAllowed)
            : await guard.ConnectAsync(destination, either.Token);
        (string host, int port) = destination is null ? (HostNames.Normalize(target.Host.Trim('[', ']')), target.Port) : (destination.Host, destination.Port);
        if (!connection.Open)
        {
            failures.Failed(host, port, connection.Reason);
            await AnswerAsync(client, StatusOf(connection.Reason), connection.Reason, either.Token);
            return;
        }

        failures.Succeeded(host, port);
        await using var server = new NetworkStream(connection.Socket, ownsSocket: true);
        var pump = new EgressPump(meter, idle);
        if (target.Tunnel)
        {
            await client.WriteAsync("HTTP/1.1 200 Connection Established\r\n\r\n"u8.ToArray(), either.Token);
            await pump.PassAsync(server, head.Rest, either.Token);
            await pump.CarryBothWaysAsync(client, server, either.Token);
        }
        else
        {
            await ForwardAsync(client, server, head, target, length, pump, BrokenAsync, either.Token);
        }

        // The connection stood and broke before an answer came: the browser is told, and whoever asks for the reason.
        Task BrokenAsync(string reason)
        {
            failures.Failed(host, port, reason);
            return AnswerAsync(client, StatusOf(reason), reason, either.Token);
        }
    }

    private static async Task ForwardAsync(
        NetworkStream client, NetworkStream server, HttpHead head, ProxyTarget target, long length, EgressPump pump, Func<string, Task> brokenAsync,
        CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> sent = head.Rest.Length > length ? head.Rest[..(int)length] : head.Rest;
        try
        {
            await server.WriteAsync(head.WriteClosing($"{target.Method} {target.Path} HTTP/1.1", target.Authority), cancellation);
            await pump.PassAsync(server, sent, cancellation);
        }
        catch (IOException)
        {
            await brokenAsync(PageReasons.Connection);
            return;
        }

        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task body = SendBodyAsync(client, server, length - sent.Length, pump, gone);
        try
        {
            await ReceiveAsync(client, server, pump, brokenAsync, gone.Token);
        }
        finally
        {
            await gone.CancelAsync();
            await body;
        }
    }

    /// <summary>Sends the rest of the request's body, then waits for the browser to close: there is nobody to receive for any more.</summary>
    private static async Task SendBodyAsync(NetworkStream client, NetworkStream server, long length, EgressPump pump, CancellationTokenSource gone)
    {
        try
        {
            await pump.CarryAsync(client, server, length, gone.Token, thenClose: false);
            byte[] surplus = new byte[256];
            while (await client.ReadAsync(surplus, gone.Token) > 0)
            {
            }
            await gone.CancelAsync();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The answer's side decides how it ends.
        }
    }

    private static async Task ReceiveAsync(
        NetworkStream client, NetworkStream server, EgressPump pump, Func<string, Task> brokenAsync, CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> already = default;
        while (true)
        {
            HttpHead? head = await ReadAnswerAsync(server, already, cancellation);
            if (head?.StartLine.StartsWith("HTTP/1.", StringComparison.Ordinal) is not true)
            {
                await brokenAsync(head == HttpHead.TooLong ? PageReasons.TooLarge : PageReasons.Connection);
                return;
            }
            await pump.PassAsync(client, head.WriteClosing(head.StartLine), cancellation);
            already = head.Rest;
            // 1xx answers go before the final one (RFC 9110 section 15.2).
            if (head.StartLine.Split(' ') is not [_, ['1', _, _], ..])
                break;
        }
        await pump.PassAsync(client, already, cancellation);
        await pump.CarryAsync(server, client, long.MaxValue, cancellation);
    }

    private static async Task<HttpHead?> ReadAnswerAsync(NetworkStream server, ReadOnlyMemory<byte> already, CancellationToken cancellation)
    {
        try
        {
            return await HttpHead.ReadAsync(server, already, HeadBytes, cancellation);
        }
        catch (IOException)
        {
            // Reset before it answered: the browser is still there to be told.
            return null;
        }
    }

    private static bool TryReadLength(HttpHead head, out long length)
    {
        length = 0;
        if (head.Find("Transfer-Encoding") is not null)
            return false;
        return head.Find("Content-Length") is not { } text || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length);
    }

    private static string StatusOf(string reason) => reason switch
    {
        PageReasons.AddressNotAllowed => "403 Forbidden",
        PageReasons.Timeout => "504 Gateway Timeout",
        _ => "502 Bad Gateway",
    };

    private static Task AnswerAsync(NetworkStream client, string status, string? reason, CancellationToken cancellation)
    {
        string marker = reason is null ? "" : $"{EgressProxy.ReasonHeader}: {reason}\r\n";
        return client.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{marker}Content-Length: 0\r\nConnection: close\r\n\r\n"), cancellation).AsTask();
    }
}
