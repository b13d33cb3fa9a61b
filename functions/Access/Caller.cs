using Monitor.Shared.Access;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Access;

/// <summary>Who is asking.</summary>
/// <param name="KeyId">The id of the key used.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="Agency">The agency of an agency's key; null for a supervisor's.</param>
public sealed record Caller(string KeyId, Role Role, OrgNumber? Agency)
{
    /// <summary>Whether it is a supervisor.</summary>
    public bool IsSupervisor => Role == Role.Supervisor;

    internal static Caller Of(KeyRow key) =>
        new(key.RowKey, key.Role, OrgNumber.TryParse(key.OrgNumber, out OrgNumber agency) ? agency : null);
}
