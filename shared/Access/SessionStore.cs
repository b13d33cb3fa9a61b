using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Access;

/// <summary>Signed-in browsers, kept on our side. The token is 260 random bits and known to the cookie alone; a session lives no longer than its key.</summary>
public sealed class SessionStore(ITable<SessionRow> sessions, KeyStore keys, IOptions<AccessSettings> settings, TimeProvider clock)
{
    private const int TokenLength = 52;

    /// <summary>Opens a session for a key and returns its token.</summary>
    public async Task<string> CreateAsync(KeyRow key, CancellationToken cancellation)
    {
        string token = Base32.Random(TokenLength);
        (string partition, string row) = KeysOf(token);
        await sessions.TryInsertAsync(
            new SessionRow
            {
                PartitionKey = partition,
                RowKey = row,
                KeyId = key.RowKey,
                ExpiresAt = clock.GetUtcNow() + TimeSpan.FromHours(settings.Value.SessionHours),
            },
            cancellation);
        return token;
    }

    /// <summary>The session of a token; null when there is none, it has ended, or its key has.</summary>
    public async Task<Session?> FindAsync(string? token, CancellationToken cancellation)
    {
        if (token is not { Length: TokenLength })
            return null;
        (string partition, string row) = KeysOf(token);
        SessionRow? session = await sessions.FindAsync(partition, row, cancellation);
        if (session is null || session.ExpiresAt <= clock.GetUtcNow())
            return null;
        return await keys.FindLiveAsync(session.KeyId, cancellation) is { } key ? new Session(row, key) : null;
    }

    /// <summary>Ends the session of a token.</summary>
    public Task DeleteAsync(string? token, CancellationToken cancellation)
    {
        if (token is not { Length: TokenLength })
            return Task.CompletedTask;
        (string partition, string row) = KeysOf(token);
        return sessions.DeleteAsync(partition, row, cancellation);
    }

    /// <summary>Deletes the sessions that have ended; for a timer, since it reads them all.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        await foreach (SessionRow session in sessions.ReadAllAsync(cancellation))
        {
            if (session.ExpiresAt <= clock.GetUtcNow())
                await sessions.DeleteAsync(session.PartitionKey, session.RowKey, cancellation);
        }
    }

    private static (string Partition, string Row) KeysOf(string token)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        return (hash[..2], hash);
    }
}

/// <summary>A session that holds.</summary>
/// <param name="Id">Its row key: a hash, of no use as a token.</param>
/// <param name="Key">The key signed in with.</param>
public sealed record Session(string Id, KeyRow Key);
