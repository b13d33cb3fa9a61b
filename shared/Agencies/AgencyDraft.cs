using Monitor.Shared.Domain;

namespace Monitor.Shared.Agencies;

/// <summary>What a supervisor says about an agency.</summary>
/// <param name="Name">Its name, until Enhetsregisteret tells.</param>
/// <param name="BodyType">The kind of body; null leaves it to Enhetsregisteret.</param>
/// <param name="Ministry">Whether it is a ministry; null leaves it to the registered name.</param>
/// <param name="Language">The language of mails to it.</param>
public sealed record AgencyDraft(string Name, BodyType? BodyType = null, bool? Ministry = null, Language Language = Language.Nb);
