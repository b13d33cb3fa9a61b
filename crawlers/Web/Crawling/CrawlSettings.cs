using System.ComponentModel.DataAnnotations;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>Which URLs a crawl follows. Section <c>Monitor:Crawl</c>. The limits keep calendars, session ids and endless paths from filling it (Heritrix' practice).</summary>
public sealed class CrawlSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Crawl";

    /// <summary>Links from the start page.</summary>
    /// <value>5</value>
    [Range(0, 100)]
    public int MaxDepth { get; set; } = 5;

    /// <summary>Segments of a path.</summary>
    /// <value>20</value>
    [Range(1, 1000)]
    public int MaxSegments { get; set; } = 20;

    /// <summary>How often one segment may stand in a path.</summary>
    /// <value>2</value>
    [Range(1, 1000)]
    public int MaxRepeats { get; set; } = 2;

    /// <summary>Pages of one pattern: URLs that differ in digits alone.</summary>
    /// <value>50</value>
    [Range(1, 10_000)]
    public int MaxPerPattern { get; set; } = 50;

    /// <summary>Pages of one pattern, fetched in a row, that hardly differ in their text, after which no more of the pattern are followed.</summary>
    /// <value>20</value>
    [Range(1, 10_000)]
    public int NearDuplicates { get; set; } = 20;

    /// <summary>Redirects behind one page.</summary>
    /// <value>10</value>
    [Range(0, 50)]
    public int MaxRedirects { get; set; } = 10;

    /// <summary>Sitemaps that one crawl fetches: each costs the site a request and the scan a second.</summary>
    /// <value>20</value>
    [Range(0, 500)]
    public int MaxSitemaps { get; set; } = 20;

    /// <summary>Documents in a sample, drawn at random, as part of its pages and at most a quarter of them; those with open findings in addition, at most as many again.</summary>
    /// <value>5</value>
    [Range(0, 100)]
    public int MaxDocuments { get; set; } = 5;

    /// <summary>Start and end tags of a page that are read for its links; what comes behind is left out.</summary>
    /// <value>40000</value>
    [Range(100, 1_000_000)]
    public int MaxTags { get; set; } = 40_000;
}
