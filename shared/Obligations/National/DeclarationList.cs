using System.Text.Json.Serialization;

namespace Monitor.Shared.Obligations.National;

/// <summary>Which agencies owe declarations; those that owe most come first.</summary>
/// <param name="AsOf">When it was made (UTC).</param>
/// <param name="Agencies">Every agency, those that owe none included.</param>
public sealed record DeclarationList(DateTimeOffset AsOf, IReadOnlyList<AgencyDeclarations> Agencies);

/// <summary>How an agency stands with its declarations. One that counts for several rows of the circular is counted once.</summary>
/// <param name="OrgNumber">Its organisation number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Group">The kind of body.</param>
/// <param name="Asked">Declarations that are asked of it.</param>
/// <param name="Missing">Of these, never made.</param>
/// <param name="OutOfDate">Of these, aged out.</param>
/// <param name="EndsSoon">Of these, those that count and age out within <see cref="DeclarationStanding.NoticeDays"/> days.</param>
public sealed record AgencyDeclarations(string OrgNumber, string Name, BodyGroup Group, int Asked, int Missing, int OutOfDate, int EndsSoon)
{
    /// <summary>Declarations that it owes.</summary>
    [JsonIgnore]
    public int Owed => Missing + OutOfDate;
}
