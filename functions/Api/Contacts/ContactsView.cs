using Monitor.Shared.Alerts;

namespace Monitor.Functions.Api.Contacts;

/// <summary>Who an agency's mails go to.</summary>
/// <param name="Contacts">The addresses, and what their owners said.</param>
public sealed record ContactsView(IReadOnlyList<Contact> Contacts);

/// <summary>What is sent to replace the list.</summary>
/// <param name="Emails">The addresses that the list shall hold; each new one is asked by mail first.</param>
public sealed record ContactsInput(IReadOnlyList<string>? Emails);
