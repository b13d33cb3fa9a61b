using Monitor.Shared.Storage;

namespace Monitor.Shared.Access;

/// <summary>Failed sign-ins from one address in one window. Partition the first two characters of the address's hash, row the hash.</summary>
public sealed record SignInAttemptsRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "signInAttempts";

    /// <summary>When the window began (UTC).</summary>
    public DateTimeOffset Start { get; set; }

    /// <summary>Failures in it.</summary>
    public int Failures { get; set; }
}
