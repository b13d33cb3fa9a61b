namespace Monitor.Functions.Dashboard.About;

/// <summary>The page behind a link in a mail.</summary>
/// <param name="Purpose"><c>OptIn</c> or <c>Unsubscribe</c>: what its texts begin with.</param>
/// <param name="Action">Where its button sends.</param>
/// <param name="AgencyName">The agency the mails are about; null when the link is none of ours, or no longer.</param>
/// <param name="Done">Whether it is so already.</param>
public sealed record ConsentModel(string Purpose, string Action, string? AgencyName, bool Done);
