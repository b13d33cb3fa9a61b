using System.ComponentModel.DataAnnotations;

namespace Monitor.Shared.Access;

/// <summary>Who gets in, and how often. Section <c>Monitor:Access</c>.</summary>
public sealed class AccessSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Monitor:Access";

    /// <summary>Hours that a browser stays signed in.</summary>
    /// <value>12</value>
    [Range(0.1, 168)]
    public double SessionHours { get; set; } = 12;

    /// <summary>Failed sign-ins from one address before it must wait.</summary>
    /// <value>10</value>
    [Range(1, 1000)]
    public int SignInAttempts { get; set; } = 10;

    /// <summary>Minutes over which failed sign-ins are counted.</summary>
    /// <value>10</value>
    [Range(0.1, 1440)]
    public double SignInMinutes { get; set; } = 10;

    /// <summary>
    /// Proxies of ours in front, each of which appends the address it saw to <c>X-Forwarded-For</c>; the client is that many from the right.
    /// Zero takes the connection's own address, since anybody can send the header.
    /// </summary>
    /// <value>0</value>
    [Range(0, 5)]
    public int ForwardedHops { get; set; }

    /// <summary>Scans that an agency may order of one of its solutions in 24 hours.</summary>
    /// <value>5</value>
    [Range(0, 1000)]
    public int ScansPerDay { get; set; } = 5;
}
