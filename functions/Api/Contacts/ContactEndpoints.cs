using Microsoft.AspNetCore.Http;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Contacts;

/// <summary>An agency's contacts, edited as one list.</summary>
public sealed class ContactEndpoints(ITable<AgencyRow> agencies, RecipientBook book, AuditLog audit)
{
    /// <summary>The list.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, OrgNumber agency)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await agencies.FindAsync(agency, cancellation) is null)
            return new ProblemResult(Problems.NotFound);
        return Show(await book.ReadAsync(agency, cancellation));
    }

    /// <summary>Replaces the list.</summary>
    public async Task<IResult> PutAsync(HttpRequest request, OrgNumber agency, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (await agencies.FindAsync(agency, cancellation) is not { } row)
            return new ProblemResult(Problems.NotFound);
        if (row.DeregisteredAt is not null)
            return new ProblemResult(Problems.AgencyDeregistered);
        if (!(await JsonBody.ReadAsync<ContactsInput>(request)).Ok(out ContactsInput? input, out IResult? unreadable))
            return unreadable;
        ContactList standing = await book.ReadAsync(agency, cancellation);
        if (EntityTag.Refuse(request, EntityTag.Of(standing.Version)) is { } refusal)
            return refusal;
        if (input.Emails is not { } emails)
            return Refused([null], "missing", new("Oppgi adressene, eller en tom liste.", "Oppgi adressene, eller ei tom liste.", "Give the addresses, or an empty list."));

        switch (await book.ReplaceAsync(row, emails, standing.Version, cancellation))
        {
            case ContactListChange.Replaced replaced:
                await audit.WriteAsync(caller.KeyId, "contacts.replaced", agency.Value, null, cancellation);
                return Show(replaced.List);
            case ContactListChange.NotAddresses wrong:
                return Refused(wrong.Addresses.Select(address => IndexOf(emails, address)), "email", new(
                    "Dette er ingen e-postadresse.", "Dette er inga e-postadresse.", "This is no e-mail address."));
            case ContactListChange.TooMany:
                return Refused([null], "tooMany", new(
                    $"Høyst {RecipientBook.MaxContacts} adresser.", $"Høgst {RecipientBook.MaxContacts} adresser.", $"At most {RecipientBook.MaxContacts} addresses."));
            default:
                return new ProblemResult(Problems.VersionOutdated);
        }
    }

    private static JsonAnswer Show(ContactList list) => new(new ContactsView(list.Contacts)) { Tag = EntityTag.Of(list.Version) };

    private static int? IndexOf(IReadOnlyList<string> emails, string address) => emails.Index().FirstOrDefault(e => e.Item == address).Index;

    private static ProblemResult Refused(IEnumerable<int?> indexes, string code, LocalizedText detail) => new(Problems.Invalid)
    {
        Errors = [.. indexes.Select(i => new ProblemError(i is null ? "#/emails" : $"#/emails/{i}", code, detail))],
    };
}
