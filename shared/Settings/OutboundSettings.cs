using System.ComponentModel.DataAnnotations;

namespace Monitor.Shared.Settings;

/// <summary>What we may connect to. Section <c>Monitor:Outbound</c>.</summary>
public sealed class OutboundSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Outbound";

    /// <summary>Origins (scheme, host and port, exactly) that pass although their address is not public: test and demo sites. Never filled from data.</summary>
    /// <value>empty</value>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Seconds in which a name must be resolved and one of its addresses connected to.</summary>
    /// <value>10</value>
    [Range(0.1, 300)]
    public double ConnectSeconds { get; set; } = 10;
}
