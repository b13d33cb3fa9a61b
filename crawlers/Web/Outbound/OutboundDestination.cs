using System.Net;

namespace Monitor.Crawlers.Web.Outbound;

/// <summary>A host and port that passed the guard's first look; only the guard makes one, and only the guard connects to it.</summary>
public sealed record OutboundDestination
{
    internal OutboundDestination(string host, int port, IPAddress? address, bool exempt)
    {
        Host = host;
        Port = port;
        Address = address;
        Exempt = exempt;
    }

    /// <summary>The host: an A-label in lower case, or an address.</summary>
    public string Host { get; }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>The address, where the host is one.</summary>
    internal IPAddress? Address { get; }

    /// <summary>Whether a person allowed this origin, wherever it may lead.</summary>
    internal bool Exempt { get; }
}
