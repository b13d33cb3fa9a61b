using System.Net.Sockets;

namespace Monitor.Crawlers.Web.Egress;

/// <summary>Carries the bytes of one connection, as long as they keep coming and the meter lets them.</summary>
/// <param name="meter">Counts them.</param>
/// <param name="idle">Ends the connection; put off by every byte.</param>
internal sealed class EgressPump(EgressMeter meter, CancellationTokenSource idle)
{
    /// <summary>How long a connection may be silent.</summary>
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(2);

    /// <summary>Carries both ways until both ends are done.</summary>
    public async Task CarryBothWaysAsync(NetworkStream one, NetworkStream other, CancellationToken cancellation)
    {
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAll(HalfAsync(one, other), HalfAsync(other, one));

        async Task HalfAsync(NetworkStream from, NetworkStream to)
        {
            try
            {
                await CarryAsync(from, to, long.MaxValue, broken.Token);
            }
            catch
            {
                // One half that breaks takes the other with it; one that only ends does not.
                await broken.CancelAsync();
                throw;
            }
        }
    }

    /// <summary>Carries one way: so many bytes, or until the sender is done.</summary>
    public async Task CarryAsync(NetworkStream from, NetworkStream to, long length, CancellationToken cancellation, bool thenClose = true)
    {
        byte[] buffer = new byte[16 * 1024];
        while (length > 0)
        {
            int read = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length)), cancellation);
            if (read == 0)
                break;
            await PassAsync(to, buffer.AsMemory(0, read), cancellation);
            length -= read;
            idle.CancelAfter(IdleTimeout);
        }
        if (thenClose)
            to.Socket.Shutdown(SocketShutdown.Send);
    }

    /// <summary>Passes on what was read already.</summary>
    /// <exception cref="OperationCanceledException">The meter lets no more through.</exception>
    public async Task PassAsync(NetworkStream to, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (!meter.TryPass(bytes.Length))
            throw new OperationCanceledException(meter.Closed);
        await to.WriteAsync(bytes, cancellation);
    }
}
