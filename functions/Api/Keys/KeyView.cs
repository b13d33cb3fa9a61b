using Monitor.Shared.Access;

namespace Monitor.Functions.Api.Keys;

/// <summary>A key as the API tells it: never its secret, nor the hash of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="OrgNumber">The agency of an agency's key.</param>
/// <param name="Name">What people call it.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="CreatedBy">Who made it: a key's id, or <c>local</c>.</param>
/// <param name="ExpiresAt">When it ends by itself (UTC).</param>
/// <param name="RevokedAt">When it was taken back (UTC).</param>
public sealed record KeyView(
    string Id, Role Role, string? OrgNumber, string Name, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt)
{
    internal static KeyView Of(KeyRow row) =>
        new(row.RowKey, row.Role, row.OrgNumber, row.Name, row.CreatedAt, row.CreatedBy, row.ExpiresAt, row.RevokedAt);
}

/// <summary>A key just made.</summary>
/// <param name="Key">The whole key, shown this once.</param>
/// <param name="Details">What is kept of it.</param>
public sealed record NewKeyView(string Key, KeyView Details);

/// <summary>What is sent to make a key.</summary>
/// <param name="Role">What its holder may do.</param>
/// <param name="OrgNumber">The agency of an agency's key, which is registered; not given for a supervisor's.</param>
/// <param name="Name">What people call it, at most 100 characters.</param>
/// <param name="ExpiresAt">When it ends by itself; in the future, or not given.</param>
public sealed record KeyInput(Role? Role, string? OrgNumber, string? Name, DateTimeOffset? ExpiresAt);
