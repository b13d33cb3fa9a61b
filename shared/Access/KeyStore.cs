using System.Security.Cryptography;
using System.Text;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Access;

/// <summary>
/// The keys to API and dashboard, <c>mon_{key id}_{secret}</c>. The secret is 160 random bits, so a plain SHA-256 of it is kept:
/// a slow hash protects guessable passwords, and this cannot be guessed.
/// </summary>
public sealed class KeyStore(ITable<KeyRow> keys, TimeProvider clock)
{
    private const string Prefix = "mon_";
    private const string FirstKeyId = "first";
    private const int IdLength = 10;
    private const int SecretLength = 32;

    /// <summary>Makes a key.</summary>
    /// <param name="role">What its holder may do.</param>
    /// <param name="agency">Whose it is; null for a supervisor's.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="createdBy">The id of the key that makes it, or <c>local</c>.</param>
    /// <param name="expiresAt">When it ends by itself (UTC); null for never.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The stored row, and the whole key, which is shown this once.</returns>
    public async Task<NewKey> CreateAsync(
        Role role, OrgNumber? agency, string name, string createdBy, DateTimeOffset? expiresAt, CancellationToken cancellation)
    {
        if ((role == Role.Agency) != agency.HasValue)
            throw new ArgumentException("An agency's key names its agency, and only that.", nameof(agency));
        while (true)
        {
            if (await TryCreateAsync(Base32.Random(IdLength), role, agency, name, createdBy, expiresAt, cancellation) is { } key)
                return key;
        }
    }

    /// <summary>Makes the first supervisor key, once: whoever starts Monitor on empty data gets it.</summary>
    /// <returns>The whole key if it was made now; null when there has been one.</returns>
    public async Task<string?> EnsureSupervisorKeyAsync(CancellationToken cancellation) =>
        (await TryCreateAsync(FirstKeyId, Role.Supervisor, null, "First key", "local", null, cancellation))?.Secret;

    /// <summary>The row of a whole key as its holder sends it; null when it is not one, is taken back or has ended.</summary>
    public async Task<KeyRow?> FindAsync(string? presented, CancellationToken cancellation)
    {
        if (presented is not { Length: > 0 and <= 100 } || !presented.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        string[] parts = presented[Prefix.Length..].Split('_');
        if (parts is not [var id, { Length: SecretLength } secret] || !IsId(id))
            return null;
        KeyRow? row = await FindLiveAsync(id, cancellation);
        return row is not null && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(row.SecretHash), Hash(secret)) ? row : null;
    }

    /// <summary>The row of a key id; null when there is none, or it is taken back or has ended.</summary>
    public async Task<KeyRow?> FindLiveAsync(string id, CancellationToken cancellation) =>
        IsId(id) && await keys.FindAsync(KeyRow.Partition, id, cancellation) is { } row && IsLive(row) ? row : null;

    /// <summary>The row of a key id, whether the key still holds or not; null when there is none.</summary>
    public async Task<KeyRow?> ReadAsync(string id, CancellationToken cancellation) =>
        IsId(id) ? await keys.FindAsync(KeyRow.Partition, id, cancellation) : null;

    /// <summary>Takes a key back; its sessions end with it.</summary>
    /// <returns>The row; null when there is no such key.</returns>
    public async Task<KeyRow?> RevokeAsync(string id, CancellationToken cancellation) =>
        !IsId(id) ? null : await keys.UpdateAsync(
            KeyRow.Partition, id, row => row.RevokedAt is null ? row with { RevokedAt = clock.GetUtcNow() } : null, cancellation);

    /// <summary>One page of all keys, those that have ended included; a row holds no secret.</summary>
    public Task<RowPage<KeyRow>> PageAsync(int limit, string? continuationToken, CancellationToken cancellation) =>
        keys.PageAsync(KeyRow.Partition, "", limit, continuationToken, cancellation);

    private async Task<NewKey?> TryCreateAsync(
        string id, Role role, OrgNumber? agency, string name, string createdBy, DateTimeOffset? expiresAt, CancellationToken cancellation)
    {
        string secret = Base32.Random(SecretLength);
        KeyRow? stored = await keys.TryInsertAsync(
            new KeyRow
            {
                PartitionKey = KeyRow.Partition,
                RowKey = id,
                SecretHash = Convert.ToHexStringLower(Hash(secret)),
                Role = role,
                OrgNumber = agency?.Value,
                Name = name,
                CreatedAt = clock.GetUtcNow(),
                CreatedBy = createdBy,
                ExpiresAt = expiresAt,
            },
            cancellation);
        return stored is null ? null : new NewKey(stored, $"{Prefix}{id}_{secret}");
    }

    private bool IsLive(KeyRow row) => row.RevokedAt is null && (row.ExpiresAt is not { } end || end > clock.GetUtcNow());

    private static bool IsId(string id) => id.Length is > 0 and <= IdLength && id.All(char.IsAsciiLetterOrDigit);

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>A key just made.</summary>
/// <param name="Row">What is kept of it.</param>
/// <param name="Secret">The whole key; nobody can read it again.</param>
public sealed record NewKey(KeyRow Row, string Secret);
