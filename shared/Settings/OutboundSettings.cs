namespace Monitor.Shared.Settings;

/// <summary>What we may connect to. Section <c>Monitor:Outbound</c>.</summary>
public sealed class OutboundSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Outbound";

    /// <summary>Origins (scheme, host and port, exactly) that pass although their address is not public: test and demo sites. Never filled from data.</summary>
    /// <value>empty</value>
    public IList<string> AllowedOrigins { get; } = [];
}
