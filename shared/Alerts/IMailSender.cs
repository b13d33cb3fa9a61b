namespace Monitor.Shared.Alerts;

/// <summary>The way to the mail server: a seam, so that tests can stop the work between the server's yes and our row.</summary>
public interface IMailSender
{
    /// <summary>Whether a server is set at all.</summary>
    bool Configured { get; }

    /// <summary>Sends a mail, byte for byte as it was rendered. Trouble is a value, never an exception.</summary>
    /// <param name="mail">The rendered mail.</param>
    /// <param name="to">Whom the envelope names.</param>
    /// <param name="taken">Called as soon as the server has taken it, before the connection is closed: nothing slow stands between its 250 and our row.</param>
    /// <param name="cancellation">Cancels, until the connection stands: a mail once begun is brought to its end.</param>
    Task<SendResult> SendAsync(BinaryData mail, string to, Func<Task> taken, CancellationToken cancellation);
}

/// <summary>What came of handing over a mail.</summary>
/// <param name="Outcome">Which.</param>
/// <param name="Detail">The server's codes, or the kind of trouble; never an address.</param>
public sealed record SendResult(SendOutcome Outcome, string? Detail);

/// <summary>The ways it can go.</summary>
public enum SendOutcome
{
    /// <summary>The server took it.</summary>
    Sent,

    /// <summary>The server does not take this mail now (4xx).</summary>
    Deferred,

    /// <summary>The server never takes this mail (5xx).</summary>
    Refused,

    /// <summary>No server that would talk to us: no connection, no greeting, no login, or our sender refused.</summary>
    Unavailable,
}
