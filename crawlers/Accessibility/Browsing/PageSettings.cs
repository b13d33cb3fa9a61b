using System.ComponentModel.DataAnnotations;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>What one page may cost in the browser. Section <c>Monitor:Page</c>. A page that takes more fails, with the reason.</summary>
public sealed class PageSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Page";

    /// <summary>Seconds until the document is parsed.</summary>
    /// <value>30</value>
    [Range(1, 300)]
    public double NavigationSeconds { get; set; } = 30;

    /// <summary>Seconds from there to the load event; a page that never gets there is judged as it is.</summary>
    /// <value>10</value>
    [Range(0.1, 300)]
    public double LoadSeconds { get; set; } = 10;

    /// <summary>Seconds that the DOM has to stay unchanged.</summary>
    /// <value>0.5</value>
    [Range(0, 60)]
    public double QuietSeconds { get; set; } = 0.5;

    /// <summary>Seconds that this is waited for.</summary>
    /// <value>5</value>
    [Range(0, 60)]
    public double QuietAtMostSeconds { get; set; } = 5;

    /// <summary>Seconds for one try at a page in all, waiting for a free place in the browser left out.</summary>
    /// <value>60</value>
    [Range(1, 100)]
    public double TotalSeconds { get; set; } = 60;

    /// <summary>Seconds for one check that acts on the page; its rules are untested on a page that takes it longer.</summary>
    /// <value>10</value>
    [Range(0.1, 60)]
    public double ActingCheckSeconds { get; set; } = 10;

    /// <summary>Seconds for all that is opened on the page in search of what hides behind a click; 0 opens nothing.</summary>
    /// <value>10</value>
    [Range(0, 60)]
    public double StatesSeconds { get; set; } = 10;

    /// <summary>How often a page may send itself elsewhere, by script or refresh; HTTP redirects have the browser's own limit of 20.</summary>
    /// <value>5</value>
    [Range(0, 100)]
    public int MaxMoves { get; set; } = 5;

    /// <summary>Bytes that one page may draw through the proxy, everything it loads included, as sent.</summary>
    /// <value>64 MiB</value>
    [Range(1024, long.MaxValue)]
    public long MaxBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Connections that one page may open, one after the other included.</summary>
    /// <value>2000</value>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; set; } = 2000;

    /// <summary>Characters of markup that a document may hold when it is judged: decoded, and what scripts added included.</summary>
    /// <value>10 Mi</value>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxMarkup { get; set; } = 10 * 1024 * 1024;

    /// <summary>Elements that a document may hold when it is judged.</summary>
    /// <value>100000</value>
    [Range(100, 10_000_000)]
    public int MaxElements { get; set; } = 100_000;

    /// <summary>Mebibytes of memory of its own that a process of the browser may take; where there is no <c>/proc</c>, only half of it for scripts is held.</summary>
    /// <value>1024</value>
    [Range(128, 65536)]
    public int MaxMemoryMebibytes { get; set; } = 1024;

    /// <summary>Dialogs and windows that a page may open; each is closed at once.</summary>
    /// <value>20</value>
    [Range(0, 10_000)]
    public int MaxDialogs { get; set; } = 20;
}
