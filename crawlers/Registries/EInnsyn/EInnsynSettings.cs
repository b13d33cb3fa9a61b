namespace Monitor.Crawlers.Registries.EInnsyn;

/// <summary>How eInnsyn is asked. Section <c>Monitor:Registries:EInnsyn</c>.</summary>
public sealed class EInnsynSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Registries:EInnsyn";

    /// <summary>A key for the <c>API-KEY</c> header; anybody may read without one.</summary>
    /// <value>none</value>
    public string? ApiKey { get; set; }
}
