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

    /// <summary>Minutes without progress after which a scan is taken up again.</summary>
    /// <value>15</value>
    [Range(0.1, 1440)]
    public double StalledMinutes { get; set; } = 15;
}

/// <summary>What we may connect to. Section <c>Monitor:Outbound</c>.</summary>
public sealed class OutboundSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Outbound";

    /// <summary>Origins (scheme, host and port, exactly) that pass although their address is not public: test and demo sites. Never filled from data.</summary>
    /// <value>empty</value>
    public IList<string> AllowedOrigins { get; } = [];
}

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
}

/// <summary>The mail server. Section <c>Monitor:Smtp</c>.</summary>
public sealed class SmtpSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Smtp";

    /// <summary>The server's name; mails wait in the outbox while none is set.</summary>
    /// <value>none</value>
    public string? Host { get; set; }

    /// <summary>The server's port.</summary>
    /// <value>587</value>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>The sender's address.</summary>
    /// <value>monitor@localhost</value>
    [Required, EmailAddress]
    public string From { get; set; } = "monitor@localhost";

    /// <summary>How the connection is secured: <c>startTls</c>, <c>tls</c> or <c>none</c>.</summary>
    /// <value>startTls</value>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>User name, where the server wants one.</summary>
    /// <value>none</value>
    public string? User { get; set; }

    /// <summary>Password, where the server wants one.</summary>
    /// <value>none</value>
    public string? Password { get; set; }
}

/// <summary>How an SMTP connection is secured.</summary>
public enum SmtpSecurity
{
    /// <summary>STARTTLS, refused if the server lacks it.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Not at all: for a server on the same machine.</summary>
    None,
}

/// <summary>Where we ourselves are found. Section <c>Monitor:Site</c>.</summary>
public sealed class SiteSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Site";

    /// <summary>The address of dashboard and API, for links in mails and for the page about our bot.</summary>
    /// <value>http://127.0.0.1:7071</value>
    [Required, Url]
    public string PublicAddress { get; set; } = "http://127.0.0.1:7071";

    /// <summary>The e-mail address that the page about our bot and our accessibility statement give for questions.</summary>
    /// <value>none; the pages then say that there is none</value>
    [EmailAddress]
    public string? Contact { get; set; }
}
