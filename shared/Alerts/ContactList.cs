namespace Monitor.Shared.Alerts;

/// <summary>An agency's contacts as people edit them.</summary>
/// <param name="Contacts">The addresses, in alphabetical order.</param>
/// <param name="Version">Names this version of the list, for <c>ETag</c> and <c>If-Match</c>; <c>none</c> while nobody has set one.</param>
public sealed record ContactList(IReadOnlyList<Contact> Contacts, string Version);

/// <summary>One address and what its owner said.</summary>
/// <param name="Email">The address.</param>
/// <param name="State">Whether mails go there.</param>
/// <param name="Since">When that became so (UTC).</param>
/// <param name="Refused">The mail server's last refusal of this address, e.g. <c>550 5.1.1</c>; null when the last mail was taken.</param>
public sealed record Contact(string Email, ConsentState State, DateTimeOffset Since, string? Refused);

/// <summary>What the owner of an address has said.</summary>
public enum ConsentState
{
    /// <summary>Asked by the opt-in mail, no answer yet: gets nothing.</summary>
    Asked,

    /// <summary>Said yes: gets mails.</summary>
    Confirmed,

    /// <summary>Said no more: gets nothing, and is not asked again.</summary>
    Unsubscribed,
}

/// <summary>What came of an attempt to replace a contact list.</summary>
public abstract record ContactListChange
{
    private ContactListChange()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="List">The list as it now stands.</param>
    public sealed record Replaced(ContactList List) : ContactListChange;

    /// <summary>Nothing was changed: some are no addresses.</summary>
    /// <param name="Addresses">Those, as given.</param>
    public sealed record NotAddresses(IReadOnlyList<string> Addresses) : ContactListChange;

    /// <summary>Nothing was changed: more than <see cref="RecipientBook.MaxContacts"/>.</summary>
    public sealed record TooMany : ContactListChange;

    /// <summary>Nothing was changed: the list is no longer the version that was given.</summary>
    public sealed record Outdated : ContactListChange;
}
