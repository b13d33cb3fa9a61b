using System.ComponentModel.DataAnnotations;

namespace Monitor.Shared.Settings;

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
