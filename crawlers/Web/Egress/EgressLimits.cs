namespace Monitor.Crawlers.Web.Egress;

/// <summary>What may go through one proxy in all. Bytes are those on the wire: what a tunnel carries is encrypted.</summary>
/// <param name="MaxBytes">Bytes, both ways together.</param>
/// <param name="MaxConnections">Connections, one after the other included.</param>
public sealed record EgressLimits(long MaxBytes, int MaxConnections)
{
    /// <summary>No limit.</summary>
    public static EgressLimits None { get; } = new(long.MaxValue, int.MaxValue);
}
