using System.ComponentModel.DataAnnotations;

namespace Monitor.Crawlers.Web.Fetching;

/// <summary>What one fetch may cost. Section <c>Monitor:Fetch</c>. The anchors are Scrapy's and Heritrix's limits.</summary>
public sealed class FetchSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Fetch";

    /// <summary>Seconds until the answer's headers are in, connecting included.</summary>
    /// <value>20</value>
    [Range(0.1, 300)]
    public double HeadersSeconds { get; set; } = 20;

    /// <summary>Seconds for one request in all, its body included.</summary>
    /// <value>60</value>
    [Range(0.1, 600)]
    public double TotalSeconds { get; set; } = 60;

    /// <summary>Seconds after which a body must have come at <see cref="MinBytesPerSecond"/> or faster.</summary>
    /// <value>10</value>
    [Range(0.1, 600)]
    public double SlowAfterSeconds { get; set; } = 10;

    /// <summary>Bytes a second below which a body counts as withheld.</summary>
    /// <value>1024</value>
    [Range(0, 1_000_000)]
    public int MinBytesPerSecond { get; set; } = 1024;

    /// <summary>Bytes of a body after decoding.</summary>
    /// <value>10 MiB</value>
    [Range(1024, 100 * 1024 * 1024)]
    public int MaxBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How many times larger than sent a body may become by decoding, once it is larger than 1 MiB.</summary>
    /// <value>100</value>
    [Range(1, 10_000)]
    public int MaxRatio { get; set; } = 100;
}
