using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Outbound;

/// <summary>A connection through the guard, or why there is none.</summary>
public sealed class OutboundConnection
{
    private OutboundConnection(Socket? socket, string? reason)
    {
        Socket = socket;
        Reason = reason;
    }

    /// <summary>The open connection, the receiver's to close; null when there is none.</summary>
    public Socket? Socket { get; }

    /// <summary>
    /// Why there is none: <see cref="PageReasons.AddressNotAllowed"/>, <see cref="PageReasons.Dns"/>, <see cref="PageReasons.Connection"/> or
    /// <see cref="PageReasons.Timeout"/>. Says nothing about what was found where.
    /// </summary>
    public string? Reason { get; }

    /// <summary>Whether there is one.</summary>
    [MemberNotNullWhen(true, nameof(Socket))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool Open => Socket is not null;

    internal static OutboundConnection Of(Socket socket) => new(socket, null);

    internal static OutboundConnection None(string reason) => new(null, reason);
}
