namespace Monitor.Crawlers.Registries.Doffin;

/// <summary>How Doffin is asked. Section <c>Monitor:Registries:Doffin</c>.</summary>
public sealed class DoffinSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Registries:Doffin";

    /// <summary>The subscription's key; Doffin is asked only with one.</summary>
    /// <value>none</value>
    public string? SubscriptionKey { get; set; }
}
