using Microsoft.Extensions.Options;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Access;

/// <summary>
/// Counts failed sign-ins by address, in one table row for all workers. A key cannot be guessed, so this only keeps noise and load down:
/// it is a fixed window, and a few attempts that are made at the same moment may pass together.
/// </summary>
public sealed class SignInLimiter(ITable<SignInAttemptsRow> attempts, IOptions<AccessSettings> settings, TimeProvider clock)
{
    private const int Tries = 5;

    private TimeSpan Length => TimeSpan.FromMinutes(settings.Value.SignInMinutes);

    /// <summary>How long the address must wait; null when it may try.</summary>
    public async Task<TimeSpan?> MustWaitAsync(string address, CancellationToken cancellation)
    {
        (string partition, string row) = KeysOf(address);
        if (await attempts.FindAsync(partition, row, cancellation) is not { } window || window.Failures < settings.Value.SignInAttempts)
            return null;
        TimeSpan left = window.Start + Length - clock.GetUtcNow();
        return left > TimeSpan.Zero ? left : null;
    }

    /// <summary>Notes a failed attempt.</summary>
    public async Task FailedAsync(string address, CancellationToken cancellation)
    {
        (string partition, string row) = KeysOf(address);
        // Under a storm of attempts some go uncounted; the others are enough to close the window.
        for (int i = 0; i < Tries; i++)
        {
            DateTimeOffset now = clock.GetUtcNow();
            var first = new SignInAttemptsRow { PartitionKey = partition, RowKey = row, Start = now, Failures = 1 };
            SignInAttemptsRow? written = await attempts.FindAsync(partition, row, cancellation) switch
            {
                null => await attempts.TryInsertAsync(first, cancellation),
                { } window when window.Start + Length > now => await attempts.TryReplaceAsync(window with { Failures = window.Failures + 1 }, cancellation),
                { } over => await attempts.TryReplaceAsync(first with { ETag = over.ETag }, cancellation),
            };
            if (written is not null)
                return;
        }
    }

    /// <summary>Forgets an address that got in.</summary>
    public Task SucceededAsync(string address, CancellationToken cancellation)
    {
        (string partition, string row) = KeysOf(address);
        return attempts.DeleteAsync(partition, row, cancellation);
    }

    /// <summary>Deletes the windows that are over; for a timer, since it reads them all.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        await foreach (SignInAttemptsRow window in attempts.ReadAllAsync(cancellation))
        {
            if (window.Start + Length <= clock.GetUtcNow())
                await attempts.DeleteAsync(window.PartitionKey, window.RowKey, cancellation);
        }
    }

    // Hashed, since what was sent as an address need not be one that can be a key.
    private static (string Partition, string Row) KeysOf(string address)
    {
        string hash = Base32.Hash(address);
        return (hash[..2], hash);
    }
}
