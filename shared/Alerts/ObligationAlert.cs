using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Shared.Alerts;

/// <summary>An obligation that stands on law and was observed, and confirmed, not to be met.</summary>
/// <param name="Obligation">Its id.</param>
/// <param name="Text">What it asks for.</param>
/// <param name="LegalBasis">The law or regulation that demands it.</param>
/// <param name="Edition">The edition of the circular it was judged by.</param>
/// <param name="Since">When it became not met (UTC): told to those who had said yes to mails by then.</param>
/// <param name="Turn">Which time it came to another outcome this is: one mail for one turn.</param>
/// <param name="Evidence">What the outcome rests on.</param>
public sealed record ObligationAlert(
    string Obligation, LocalizedText Text, string LegalBasis, string Edition, DateTimeOffset Since, int Turn, IReadOnlyList<Evidence> Evidence);
