using System.ComponentModel.DataAnnotations;

namespace Monitor.Shared.Settings;

/// <summary>The browser that judges. Section <c>Monitor:Browser</c>.</summary>
public sealed class BrowserSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Browser";

    /// <summary>A remote browser (Playwright server or CDP endpoint); none means a Chromium of our own.</summary>
    /// <value>none</value>
    public string? Endpoint { get; set; }

    /// <summary>Pages open at a time in one process.</summary>
    /// <value>2</value>
    [Range(1, 16)]
    public int Pages { get; set; } = 2;

    /// <summary>Pages after which the browser is replaced by a fresh one; a browser grows with every page it has shown.</summary>
    /// <value>200</value>
    [Range(1, 1_000_000)]
    public int RenewAfterPages { get; set; } = 200;
}
