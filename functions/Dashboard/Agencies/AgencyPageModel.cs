using Monitor.Functions.Dashboard.Components;
using Monitor.Functions.Dashboard.Findings;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Obligations;

namespace Monitor.Functions.Dashboard.Agencies;

/// <summary>An agency's page.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Solutions">Its solutions, deregistered ones too.</param>
/// <param name="States">Its findings by state.</param>
/// <param name="Compliance">Its obligations.</param>
/// <param name="Contacts">Who gets its mails.</param>
/// <param name="ContactsForm">The form that changes them.</param>
public sealed record AgencyPageModel(
    AgencyRow Agency,
    IReadOnlyList<SolutionLine> Solutions,
    IReadOnlyList<StateCount> States,
    ComplianceMatrix Compliance,
    ContactList Contacts,
    FormState ContactsForm)
{
    internal const string Addresses = "addresses";
    internal const string Version = "version";
}
