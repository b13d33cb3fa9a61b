using System.ComponentModel.DataAnnotations;

namespace Monitor.Shared.Settings;

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
