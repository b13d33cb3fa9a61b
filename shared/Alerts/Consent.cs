using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>
/// What the owner of an address says through the links in our mails: <c>/{lang}/opt-in/{token}</c> and <c>/{lang}/unsubscribe/{token}</c>.
/// Only reading happens on GET, since mail scanners follow links; acting takes a POST, which for unsubscribing must work
/// without cookie and anti-forgery token (RFC 8058 section 3.1).
/// </summary>
public sealed class Consent(ConsentTokens tokens, ITable<RecipientRow> recipients, ITable<AgencyRow> agencies, TimeProvider clock)
{
    /// <summary>What an opt-in link is about; null when the link is none of ours or the address is no longer listed.</summary>
    public async Task<ConsentView?> FindOptInAsync(string token, CancellationToken cancellation) =>
        tokens.ReadOptIn(token) is { } link && await FindAsync(link, cancellation) is { Email.Length: > 0 } row
            ? await ViewAsync(link.Agency, row.Consent, cancellation)
            : null;

    /// <summary>Says yes, also after an earlier no: the link came to the owner's own mailbox. Again is harmless. Null as for reading.</summary>
    public async Task<ConsentView?> ConfirmAsync(string token, CancellationToken cancellation)
    {
        if (tokens.ReadOptIn(token) is not { } link)
            return null;

        DateTimeOffset now = clock.GetUtcNow();
        RecipientRow? row = await recipients.UpdateAsync(
            link.Agency.Value,
            link.Recipient,
            row => row.Email.Length == 0 || row.Consent == ConsentState.Confirmed ? null : row with { ConfirmedAt = now, UnsubscribedAt = null },
            cancellation);
        return row is { Email.Length: > 0 } ? await ViewAsync(link.Agency, ConsentState.Confirmed, cancellation) : null;
    }

    /// <summary>What an unsubscribe link is about; null when the link is none of ours.</summary>
    public async Task<ConsentView?> FindUnsubscribeAsync(string token, CancellationToken cancellation) =>
        tokens.ReadUnsubscribe(token) is { } link
            ? await ViewAsync(link.Agency, (await FindAsync(link, cancellation))?.Consent ?? ConsentState.Unsubscribed, cancellation)
            : null;

    /// <summary>Says no more, for good: the address is not asked again even if an agency lists it again. Again is harmless. Null as for reading.</summary>
    public async Task<ConsentView?> UnsubscribeAsync(string token, CancellationToken cancellation)
    {
        if (tokens.ReadUnsubscribe(token) is not { } link)
            return null;

        DateTimeOffset now = clock.GetUtcNow();
        // An address that is on no list any more leaves its hash behind, so that listing it again asks nobody.
        var refusal = new RecipientRow { PartitionKey = link.Agency.Value, RowKey = link.Recipient, CreatedAt = now, UnsubscribedAt = now };
        if (await recipients.TryInsertAsync(refusal, cancellation) is null)
        {
            await recipients.UpdateAsync(
                link.Agency.Value, link.Recipient, row => row.UnsubscribedAt is null ? row with { UnsubscribedAt = now } : null, cancellation);
        }
        return await ViewAsync(link.Agency, ConsentState.Unsubscribed, cancellation);
    }

    private Task<RecipientRow?> FindAsync((OrgNumber Agency, string Recipient) link, CancellationToken cancellation) =>
        recipients.FindAsync(link.Agency.Value, link.Recipient, cancellation);

    private async Task<ConsentView> ViewAsync(OrgNumber agency, ConsentState state, CancellationToken cancellation)
    {
        AgencyRow? row = await agencies.FindAsync(agency, cancellation);
        return new ConsentView(agency, row?.Name ?? agency.Display, state);
    }
}

/// <summary>What a consent page shows. The address is not in it: whoever holds the link need not learn it.</summary>
/// <param name="Agency">The agency the mails are about.</param>
/// <param name="AgencyName">Its name.</param>
/// <param name="State">What the owner of the address has said.</param>
public sealed record ConsentView(OrgNumber Agency, string AgencyName, ConsentState State);
