using System.ComponentModel.DataAnnotations;

namespace Monitor.Shared.Settings;

/// <summary>How scans go about it. Section <c>Monitor:Scans</c>.</summary>
public sealed class ScanSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Scans";

    /// <summary>Seconds between two fetches from one host.</summary>
    /// <value>1</value>
    [Range(0, 3600)]
    public double HostDelaySeconds { get; set; } = 1;

    /// <summary>Seconds before a page is looked at a second time.</summary>
    /// <value>60</value>
    [Range(0, 86400)]
    public double SecondLookSeconds { get; set; } = 60;

    /// <summary>Pages looked at a second time in one scan, at most.</summary>
    /// <value>10</value>
    [Range(1, 100)]
    public int SecondLookPages { get; set; } = 10;

    /// <summary>Pages that one crawl discovers, at most.</summary>
    /// <value>500</value>
    [Range(1, 10000)]
    public int DiscoverPages { get; set; } = 500;

    /// <summary>Pages that one crawl fetches to find links, at most.</summary>
    /// <value>60</value>
    [Range(1, 10000)]
    public int CrawlFetches { get; set; } = 60;

    /// <summary>Seconds that one message may crawl before it saves its frontier and passes on.</summary>
    /// <value>120</value>
    [Range(1, 240)]
    public double CrawlSliceSeconds { get; set; } = 120;

    /// <summary>Seconds after which whoever holds a host's slot is presumed dead; longer than any one page with its second try and the wait between.</summary>
    /// <value>240</value>
    [Range(1, 600)]
    public double HostLeaseSeconds { get; set; } = 240;

    /// <summary>Minutes that a host is left alone after it failed five times in a row.</summary>
    /// <value>60</value>
    [Range(0.01, 1440)]
    public double CircuitRestMinutes { get; set; } = 60;

    /// <summary>Minutes without progress after which a scan is taken up again.</summary>
    /// <value>15</value>
    [Range(0.1, 1440)]
    public double StalledMinutes { get; set; } = 15;
}
