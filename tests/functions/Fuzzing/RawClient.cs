using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Monitor.Functions.Tests.Fuzzing;

/// <summary>What came back.</summary>
/// <param name="Status">The status; 0 when the connection was closed without an answer.</param>
/// <param name="Headers">The headers; names in lower case.</param>
/// <param name="Body">The body.</param>
internal sealed record RawAnswer(int Status, ILookup<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string MediaType => (Headers["content-type"].FirstOrDefault() ?? "").Split(';')[0];

    /// <summary>Whether it came through our door; else the server refused the request, or no route took it.</summary>
    public bool Ours => Headers["x-content-type-options"].Contains("nosniff");
}

/// <summary>A client that sends whatever it is told, one connection a request.</summary>
internal static class RawClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="OperationCanceledException">No answer came in time.</exception>
    public static async Task<RawAnswer> SendAsync(Uri server, RawRequest request, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, limit.Token);
        using var answer = new MemoryStream();
        try
        {
            await socket.SendAsync(request.ToBytes(server.Authority), limit.Token);
            // Only who has nothing more to say says so: the server takes a closed half for a client that went away.
            if (request.Framing == Framing.TooShort)
                socket.Shutdown(SocketShutdown.Send);
            byte[] buffer = new byte[16 * 1024];
            int read;
            while ((read = await socket.ReceiveAsync(buffer, limit.Token)) > 0)
                answer.Write(buffer, 0, read);
        }
        catch (SocketException)
        {
            // The server may close on what is no HTTP while we still send.
        }
        return Read(answer.ToArray());
    }

    private static RawAnswer Read(byte[] bytes)
    {
        while (true)
        {
            int end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
            if (end < 0)
                return new RawAnswer(0, Array.Empty<string>().ToLookup(s => s), []);
            string[] head = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
            int status = int.Parse(head[0].Split(' ')[1], CultureInfo.InvariantCulture);
            byte[] body = bytes[(end + 4)..];
            if (status is >= 100 and < 200)
            {
                bytes = body;
                continue;
            }
            ILookup<string, string> headers = head.Skip(1).Select(h => h.Split(':', 2))
                .ToLookup(h => h[0].ToLowerInvariant(), h => h[1].Trim());
            return new RawAnswer(status, headers, headers["transfer-encoding"].Contains("chunked") ? Unchunk(body) : body);
        }
    }

    private static byte[] Unchunk(byte[] body)
    {
        using var whole = new MemoryStream();
        int at = 0;
        while (body.AsSpan(at).IndexOf("\r\n"u8) is > 0 and int length)
        {
            int size = int.Parse(Encoding.ASCII.GetString(body, at, length), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
                break;
            whole.Write(body, at + length + 2, Math.Min(size, body.Length - at - length - 2));
            at += length + 2 + size + 2;
            if (at >= body.Length)
                break;
        }
        return whole.ToArray();
    }
}
