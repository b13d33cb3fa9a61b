using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.PeppolDirectory;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Peppol;

/// <summary>
/// 1.10-einvoice-receive (forskrift om elektronisk faktura i offentlige anskaffelser): met by an entry that receives EHF Billing 3.0 invoice and credit note.
/// Not met without an entry, or with one of the two missing, seen twice. The directory proves where the network cannot be asked, and never denies.
/// </summary>
internal sealed class EInvoiceReceiveCheck(SmpClient participants, PeppolDirectoryClient directory) : IObligationCheck
{
    private static readonly string Source = PeppolRegistry.Definition.Title;
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(EInvoiceReceiveCheck));

    public IReadOnlyList<string> Obligations { get; } = ["1.10-einvoice-receive"];

    public bool FromStoredScans => false;

    public async Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation)
    {
        OrgNumber number = facts.Body.OrgNumber;
        return await participants.FindAsync(number, cancellation) switch
        {
            RegistryAnswer<PeppolParticipant>.Found { Value: var participant } => Judge(participant),
            RegistryAnswer<PeppolParticipant>.NotDetermined failure => await ProveAsync(number, failure, cancellation),
            _ => ObligationResult.NotMet(ObligationReasons.NotInElma, Facts.Say(Source, "none", null, ("participant", PeppolIds.ValueOf(number)))),
        };
    }

    private static ObligationResult Judge(PeppolParticipant participant)
    {
        bool invoice = participant.Documents.ContainsKey(PeppolIds.Invoice);
        bool creditNote = participant.Documents.ContainsKey(PeppolIds.CreditNote);
        Evidence[] evidence =
        [
            Facts.Say(Source, "provider", null, ("provider", participant.Provider), ("count", participant.Documents.Count)),
            Facts.Say(Source, invoice ? "invoice" : "invoice.none"),
            Facts.Say(Source, creditNote ? "creditNote" : "creditNote.none"),
        ];
        return invoice && creditNote ? ObligationResult.Met(evidence) : ObligationResult.NotMet(ObligationReasons.DocumentsMissing, evidence);
    }

    private async Task<ObligationResult> ProveAsync(OrgNumber number, RegistryAnswer<PeppolParticipant>.NotDetermined failure, CancellationToken cancellation)
    {
        Evidence unknown = RegistryFacts.NotDetermined(Source, failure.Reason, failure.Detail);
        string second = PeppolDirectoryRegistry.Definition.Title;
        return await directory.FindAsync(number, cancellation) switch
        {
            RegistryAnswer<IReadOnlySet<string>>.Found { Value: var documents } when documents.Contains(PeppolIds.Invoice) && documents.Contains(PeppolIds.CreditNote) =>
                ObligationResult.Met(Facts.Say(second, "directory"), unknown),
            RegistryAnswer<IReadOnlySet<string>>.NotDetermined other =>
                ObligationResult.NotDetermined(failure.Reason, unknown, RegistryFacts.NotDetermined(second, other.Reason, other.Detail)),
            _ => ObligationResult.NotDetermined(failure.Reason, unknown, Facts.Say(second, "directory.none")),
        };
    }
}
