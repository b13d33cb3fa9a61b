using System.Net;
using System.Xml.Linq;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Peppol;

/// <summary>
/// Asks a participant's provider. ELMA's answers 406 to <c>Accept: application/xml</c> and 400 to a double slash, so none is sent.
/// 404 means not registered.
/// </summary>
internal sealed class SmpClient(RegistryHttp http, ProviderLookup providers)
{
    /// <summary>What the body receives; absent when it is not registered.</summary>
    public async Task<RegistryAnswer<PeppolParticipant>> FindAsync(OrgNumber number, CancellationToken cancellation)
    {
        switch (await providers.FindAsync(number, cancellation))
        {
            case RegistryAnswer<string>.Found { Value: var provider }:
                string participant = Uri.EscapeDataString($"{PeppolIds.ParticipantScheme}::{PeppolIds.ValueOf(number)}");
                return await AskAsync($"{provider}/{participant}", cancellation) switch
                {
                    RegistryReply.Answered { Status: HttpStatusCode.NotFound } => new RegistryAnswer<PeppolParticipant>.Absent(),
                    var reply => RegistryAnswer<PeppolParticipant>.Of(reply, answered => ReadGroup(provider, number, answered)),
                };
            case RegistryAnswer<string>.NotDetermined failure:
                return new RegistryAnswer<PeppolParticipant>.NotDetermined(failure.Reason, failure.Detail);
            default:
                return new RegistryAnswer<PeppolParticipant>.Absent();
        }
    }

    /// <summary>
    /// The endpoints that the invoice goes to; absent when the provider has no metadata for it. One redirect to another provider is followed
    /// and no second, as the specification has it (SMP, element Redirect).
    /// </summary>
    public async Task<RegistryAnswer<IReadOnlyList<string>>> FindInvoiceEndpointsAsync(PeppolParticipant participant, CancellationToken cancellation)
    {
        if (!participant.Documents.TryGetValue(PeppolIds.Invoice, out string? address))
            return new RegistryAnswer<IReadOnlyList<string>>.Absent();
        RegistryAnswer<XElement> metadata = await FindMetadataAsync(address, cancellation);
        if (metadata is RegistryAnswer<XElement>.Found { Value: var redirecting } && SmpXml.RedirectOf(redirecting) is { } elsewhere)
            metadata = await FindMetadataAsync(elsewhere, cancellation);
        return metadata switch
        {
            RegistryAnswer<XElement>.Found { Value: var found } when SmpXml.RedirectOf(found) is not null =>
                new RegistryAnswer<IReadOnlyList<string>>.NotDetermined(ObligationReasons.Refused, "The provider that another redirects to redirects again."),
            RegistryAnswer<XElement>.Found { Value: var found } => new RegistryAnswer<IReadOnlyList<string>>.Found(SmpXml.EndpointsOf(found, PeppolIds.BillingProcess)),
            RegistryAnswer<XElement>.NotDetermined failure => new RegistryAnswer<IReadOnlyList<string>>.NotDetermined(failure.Reason, failure.Detail),
            _ => new RegistryAnswer<IReadOnlyList<string>>.Absent(),
        };
    }

    private async Task<RegistryAnswer<XElement>> FindMetadataAsync(string address, CancellationToken cancellation) => await AskAsync(address, cancellation) switch
    {
        RegistryReply.Answered { Status: HttpStatusCode.NotFound } => new RegistryAnswer<XElement>.Absent(),
        var reply => RegistryAnswer<XElement>.Of(reply, answered => SmpXml.TryRead(answered, "SignedServiceMetadata", out XElement? metadata, out string? why)
            ? new RegistryAnswer<XElement>.Found(metadata)
            : RegistryAnswer<XElement>.Malformed(why)),
    };

    private Task<RegistryReply> AskAsync(string address, CancellationToken cancellation) =>
        http.AskAsync(PeppolRegistry.Definition, new RegistryRequest(address) { Accept = null }, cancellation);

    private static RegistryAnswer<PeppolParticipant> ReadGroup(string provider, OrgNumber number, RegistryReply.Answered answered)
    {
        if (!SmpXml.TryRead(answered, "ServiceGroup", out XElement? group, out string? why))
            return RegistryAnswer<PeppolParticipant>.Malformed(why);
        if (!PeppolIds.ValueOf(number).Equals(SmpXml.ParticipantOf(group), StringComparison.OrdinalIgnoreCase))
            return RegistryAnswer<PeppolParticipant>.Malformed("The answer is not about the participant asked for.");
        var documents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string document, string address) in SmpXml.ReferencesOf(group))
            documents.TryAdd(document, address);
        return new RegistryAnswer<PeppolParticipant>.Found(new PeppolParticipant(provider, documents));
    }
}
