using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitor.Stubs.Registries;

/// <summary>
/// A DNS server for one zone: answers NAPTR for the names it knows, NXDOMAIN for the rest of the zone and for <c>*.invalid</c>, NOERROR without
/// records for anything else. UDP only (RFC 1035 section 4).
/// </summary>
internal sealed class StubDns : IAsyncDisposable
{
    private const int Naptr = 35;
    private readonly UdpClient socket;
    private readonly CancellationTokenSource stop = new();
    private readonly Func<string, bool> knows;
    private readonly Func<string> provider;
    private readonly Func<StubFailure?> failure;
    private readonly Action<string> asked;
    private readonly Task serving;

    /// <summary>Starts it.</summary>
    /// <param name="address">Where to listen; the port is a free one.</param>
    /// <param name="knows">Whether a name, lower-cased, has a record.</param>
    /// <param name="provider">The address that records lead to.</param>
    /// <param name="failure">How to fail, or null.</param>
    /// <param name="asked">Told each name asked for.</param>
    public StubDns(IPAddress address, Func<string, bool> knows, Func<string> provider, Func<StubFailure?> failure, Action<string> asked)
    {
        (this.knows, this.provider, this.failure, this.asked) = (knows, provider, failure, asked);
        socket = new UdpClient(new IPEndPoint(address, 0));
        serving = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address => (IPEndPoint)socket.Client.LocalEndPoint!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        socket.Dispose();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                UdpReceiveResult received = await socket.ReceiveAsync(stop.Token);
                if (Answer(received.Buffer) is { } answer)
                    await socket.SendAsync(answer, received.RemoteEndPoint, stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                // A client that went away, or the end.
            }
        }
    }

    private byte[]? Answer(byte[] query)
    {
        int end = 12;
        var labels = new List<string>();
        while (query[end] != 0)
        {
            labels.Add(Encoding.ASCII.GetString(query, end + 1, query[end]));
            end += query[end] + 1;
        }
        int type = BinaryPrimitives.ReadUInt16BigEndian(query.AsSpan(end + 1));
        byte[] question = query[12..(end + 5)];
        string name = string.Join('.', labels).ToLowerInvariant();
        asked(name);
        return failure() switch
        {
            StubFailure.Hang => null,
            StubFailure.NotFound => Reply(query, question, 3, []),
            StubFailure.ServerError => Reply(query, question, 2, []),
            StubFailure.Gone => Reply(query, question, 4, []),
            StubFailure.EmptyPage => Reply(query, question, 0, []),
            StubFailure.OtherShape or StubFailure.WrongContentType => Reply(query, question, 0, [Record("Meta:OTHER", "!.*!mailto:a@b.example!")]),
            StubFailure.HalfBody or StubFailure.Oversized => [.. Reply(query, question, 0, [Record("Meta:SMP", $"!.*!{provider()}/!")])[..^12]],
            StubFailure.ExtraMembers => Reply(query, question, 0, [Record("Meta:OTHER", "!.*!mailto:a@b.example!"), Record("Meta:SMP", $"!.*!{provider()}/!")]),
            null => Well(query, question, name, type),
            _ => Reply(query, question, 5, []),
        };
    }

    private byte[] Well(byte[] query, byte[] question, string name, int type)
    {
        if (type == Naptr)
            return knows(name) ? Reply(query, question, 0, [Record("Meta:SMP", $"!.*!{provider()}/!")]) : Reply(query, question, 3, []);
        return Reply(query, question, name.EndsWith(".invalid", StringComparison.Ordinal) ? 3 : 0, []);
    }

    private static byte[] Reply(byte[] query, byte[] question, int code, IReadOnlyList<byte[]> records)
    {
        byte[] header = new byte[12];
        query.AsSpan(0, 2).CopyTo(header);
        header[2] = 0x81;
        header[3] = (byte)(0x80 | code);
        header[5] = 1;
        header[7] = (byte)records.Count;
        return [.. header, .. question, .. records.SelectMany(r => r)];
    }

    private static byte[] Record(string service, string regexp)
    {
        byte[] data = [0, 100, 0, 10, .. Text("U"), .. Text(service), .. Text(regexp), 0];
        return [0xC0, 12, 0, Naptr, 0, 1, 0, 0, 0, 60, (byte)(data.Length >> 8), (byte)data.Length, .. data];
    }

    private static byte[] Text(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];
}
