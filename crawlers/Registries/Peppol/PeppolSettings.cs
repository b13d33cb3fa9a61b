using System.ComponentModel.DataAnnotations;

namespace Monitor.Crawlers.Registries.Peppol;

/// <summary>How participants of PEPPOL are found. Section <c>Monitor:Registries:Peppol</c>.</summary>
public sealed class PeppolSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Registries:Peppol";

    /// <summary>The zone of the network's SML, in which each participant has a name.</summary>
    /// <value>participant.sml.prod.tech.peppol.org</value>
    [Required, RegularExpression(@"^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\.?$")]
    public string SmlZone { get; set; } = "participant.sml.prod.tech.peppol.org";

    /// <summary>The DNS server to ask, <c>host:port</c>.</summary>
    /// <value>the machine's own</value>
    [RegularExpression(@"^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+):[0-9]{1,5}$")]
    public string? DnsServer { get; set; }
}
