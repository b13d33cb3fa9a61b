using System.Globalization;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>An agency's contact list. A new address gets one opt-in mail, and nothing else until its owner confirms.</summary>
public sealed class RecipientBook(ITable<ContactListRow> lists, ITable<RecipientRow> recipients, Outbox outbox, TimeProvider clock)
{
    /// <summary>Addresses in one list, at most.</summary>
    public const int MaxContacts = 20;

    /// <summary>The list as it stands.</summary>
    public async Task<ContactList> ReadAsync(OrgNumber agency, CancellationToken cancellation) => (await LoadAsync(agency, cancellation)).List;

    /// <summary>
    /// Makes the list hold exactly these addresses. Those that stay keep their consent; those that go are forgotten,
    /// except that the hash of one whose owner unsubscribed is kept, so that it is never asked again.
    /// </summary>
    /// <param name="agency">The agency.</param>
    /// <param name="addresses">The addresses, in any order; the same one twice counts once.</param>
    /// <param name="expectedVersion">The <see cref="ContactList.Version"/> that the change was made to; null to replace whatever stands.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ContactListChange> ReplaceAsync(
        AgencyRow agency, IReadOnlyList<string> addresses, string? expectedVersion, CancellationToken cancellation)
    {
        var wanted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        List<string> wrong = [];
        foreach (string typed in addresses)
        {
            if (ContactAddress.TryNormalize(typed, out string? address))
                wanted.TryAdd(RecipientRow.KeyOf(address), address);
            else
                wrong.Add(typed);
        }
        if (wrong.Count > 0)
            return new ContactListChange.NotAddresses(wrong);
        if (wanted.Count > MaxContacts)
            return new ContactListChange.TooMany();

        (ContactListRow? row, ContactList list) = await LoadAsync(agency.OrgNumber, cancellation);
        if (expectedVersion is not null && expectedVersion != list.Version)
            return new ContactListChange.Outdated();

        // Recipients before the list that names them, mails and removals after it: stopped anywhere in between, nobody gets a mail
        // who should not, and setting the list again finishes the work.
        foreach ((string key, string address) in wanted)
            await EnsureAsync(agency.OrgNumber, key, address, cancellation);
        if (await StoreAsync(row, agency.OrgNumber, wanted.Keys, cancellation) is null)
            return new ContactListChange.Outdated();
        await foreach (RecipientRow recipient in recipients.ReadAsync(agency.OrgNumber.Value, "", cancellation))
        {
            if (!wanted.ContainsKey(recipient.RowKey))
                await ForgetAsync(recipient, cancellation);
            else if (recipient.Consent == ConsentState.Asked)
                await outbox.AskAsync(agency, recipient, cancellation);
        }
        return new ContactListChange.Replaced(await ReadAsync(agency.OrgNumber, cancellation));
    }

    /// <summary>
    /// Adds an address as confirmed: for the demo, whose addresses are ours. One whose owner has answered already is left as it is.
    /// </summary>
    /// <exception cref="ArgumentException">It is no address, or the list is full.</exception>
    public async Task AddConfirmedAsync(AgencyRow agency, string address, CancellationToken cancellation)
    {
        if (!ContactAddress.TryNormalize(address, out string? normal))
            throw new ArgumentException("Not an address.", nameof(address));

        string key = RecipientRow.KeyOf(normal);
        DateTimeOffset now = clock.GetUtcNow();
        await EnsureAsync(agency.OrgNumber, key, normal, cancellation);
        await recipients.UpdateAsync(
            agency.OrgNumber.Value, key, row => row.Consent == ConsentState.Asked ? row with { ConfirmedAt = now } : null, cancellation);

        while (true)
        {
            ContactListRow? row = await lists.FindAsync(ContactListRow.PartitionOf(agency.OrgNumber), ContactListRow.Key, cancellation);
            string[] keys = [.. (row?.Keys ?? []).Append(key).Distinct()];
            if (keys.Length > MaxContacts)
                throw new ArgumentException("The list is full.", nameof(address));
            if (keys.Length == row?.Keys.Count || await StoreAsync(row, agency.OrgNumber, keys, cancellation) is not null)
                return;
        }
    }

    /// <summary>The listed recipients that mails go to.</summary>
    internal async Task<IReadOnlyList<RecipientRow>> ConfirmedAsync(OrgNumber agency, CancellationToken cancellation)
    {
        ContactListRow? list = await lists.FindAsync(ContactListRow.PartitionOf(agency), ContactListRow.Key, cancellation);
        List<RecipientRow> confirmed = [];
        await foreach (RecipientRow row in recipients.ReadAsync(agency.Value, "", cancellation))
        {
            if (row.Consent == ConsentState.Confirmed && list?.Keys.Contains(row.RowKey) == true)
                confirmed.Add(row);
        }
        return confirmed;
    }

    private async Task<(ContactListRow? Row, ContactList List)> LoadAsync(OrgNumber agency, CancellationToken cancellation)
    {
        ContactListRow? row = await lists.FindAsync(ContactListRow.PartitionOf(agency), ContactListRow.Key, cancellation);
        if (row is null)
            return (null, new ContactList([], "none"));

        List<Contact> contacts = [];
        await foreach (RecipientRow recipient in recipients.ReadAsync(agency.Value, "", cancellation))
        {
            if (row.Keys.Contains(recipient.RowKey))
            {
                DateTimeOffset since = recipient.UnsubscribedAt ?? recipient.ConfirmedAt ?? recipient.CreatedAt;
                contacts.Add(new Contact(recipient.Email, recipient.Consent, since, recipient.Refused));
            }
        }
        contacts.Sort((one, other) => string.CompareOrdinal(one.Email, other.Email));
        string content = string.Join('\n', contacts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Email} {c.State} {c.Since:O} {c.Refused}")));
        return (row, new ContactList(contacts, Base32.Hash($"{row.ETag}\n{content}")));
    }

    private async Task EnsureAsync(OrgNumber agency, string key, string address, CancellationToken cancellation)
    {
        var added = new RecipientRow { PartitionKey = agency.Value, RowKey = key, Email = address, CreatedAt = clock.GetUtcNow() };
        if (await recipients.TryInsertAsync(added, cancellation) is null)
            await recipients.UpdateAsync(agency.Value, key, row => row.Email.Length == 0 ? row with { Email = address } : null, cancellation);
    }

    private async Task<ContactListRow?> StoreAsync(ContactListRow? row, OrgNumber agency, IEnumerable<string> keys, CancellationToken cancellation)
    {
        string value = string.Join(' ', keys);
        return row is null
            ? await lists.TryInsertAsync(
                new ContactListRow { PartitionKey = ContactListRow.PartitionOf(agency), RowKey = ContactListRow.Key, Recipients = value }, cancellation)
            : await lists.TryReplaceAsync(row with { Recipients = value }, cancellation);
    }

    private async Task ForgetAsync(RecipientRow recipient, CancellationToken cancellation)
    {
        if (recipient.Consent != ConsentState.Unsubscribed)
            await recipients.DeleteAsync(recipient.PartitionKey, recipient.RowKey, cancellation);
        else if (recipient.Email.Length > 0)
        {
            await recipients.UpdateAsync(
                recipient.PartitionKey, recipient.RowKey, row => row with { Email = "", Refused = null }, cancellation);
        }
    }
}
