using System.Collections.Concurrent;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using Monitor.Tests.Support.Sites;

namespace Monitor.Crawlers.Tests.Accessibility.Hostile;

/// <summary>Something inside that must never be reached: counts every connection and every datagram, on a port that the guard would allow.</summary>
internal sealed class Canary : IAsyncDisposable
{
    private readonly TcpListener tcp;
    private readonly UdpClient udp;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<string> callers = new();
    private readonly ConcurrentQueue<string> heard = new();
    private readonly ConcurrentBag<Task> reading = [];
    private readonly Task[] listening;

    private Canary(TcpListener tcp, UdpClient udp)
    {
        this.tcp = tcp;
        this.udp = udp;
        listening = [AcceptAsync(), ReceiveAsync()];
    }

    public IPEndPoint EndPoint => (IPEndPoint)tcp.LocalEndpoint;

    /// <summary>As it stands in a URL.</summary>
    public string Authority => EndPoint.ToString();

    /// <summary>Whoever came.</summary>
    public IReadOnlyList<string> Callers => [.. callers];

    /// <summary>The first line that each caller sent.</summary>
    public IReadOnlyList<string> Heard => [.. heard];

    /// <summary>One on a loopback address of its own, and one on each private address of this machine.</summary>
    public static IReadOnlyList<Canary> StartAll()
    {
        IEnumerable<IPAddress> machine = NetworkInterface.GetAllNetworkInterfaces()
            .Where(i => i.OperationalStatus == OperationalStatus.Up && i.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .Where(a => a.AddressFamily == AddressFamily.InterNetwork || a is { IsIPv6LinkLocal: false, IsIPv6Multicast: false });
        IEnumerable<IPAddress> loopback = Socket.OSSupportsIPv6 ? [IPAddress.IPv6Loopback] : [];
        return [StartOn(LoopbackAddresses.Next(), 8080) ?? StartOn(LoopbackAddresses.Next(), 0)!, .. machine.Concat(loopback).Select(a => StartOn(a, 8080) ?? StartOn(a, 0)).OfType<Canary>()];
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        tcp.Stop();
        udp.Dispose();
        await Task.WhenAll([.. listening, .. reading]);
        tcp.Dispose();
        stopping.Dispose();
    }

    private static Canary? StartOn(IPAddress address, int port)
    {
        var tcp = new TcpListener(address, port);
        try
        {
            tcp.Start();
            return new Canary(tcp, new UdpClient((IPEndPoint)tcp.LocalEndpoint));
        }
        catch (SocketException)
        {
            tcp.Dispose();
            return null;
        }
    }

    private async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                Socket caller = await tcp.AcceptSocketAsync(stopping.Token);
                callers.Enqueue($"TCP from {caller.RemoteEndPoint}");
                reading.Add(HearAsync(caller));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
            }
        }
    }

    /// <summary>Hears what the caller says first, and hangs up.</summary>
    private async Task HearAsync(Socket caller)
    {
        using (caller)
        {
            try
            {
                byte[] buffer = new byte[2000];
                int read = await caller.ReceiveAsync(buffer, stopping.Token);
                heard.Enqueue(Encoding.Latin1.GetString(buffer, 0, read).Split("\r\n")[0]);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
            }
        }
    }

    private async Task ReceiveAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                UdpReceiveResult datagram = await udp.ReceiveAsync(stopping.Token);
                callers.Enqueue($"UDP from {datagram.RemoteEndPoint}, {datagram.Buffer.Length} bytes");
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
            }
        }
    }
}
