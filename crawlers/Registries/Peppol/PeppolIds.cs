using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Registries.Peppol;

/// <summary>The identifiers of PEPPOL (Policy for use of Identifiers) that decide here.</summary>
internal static class PeppolIds
{
    /// <summary>The scheme of participants.</summary>
    public const string ParticipantScheme = "iso6523-actorid-upis";

    /// <summary>The whole document identifier of an EHF Billing 3.0 invoice. Others share its beginning, so it is compared whole.</summary>
    public const string Invoice = Document + "Invoice-2::Invoice" + Billing;

    /// <summary>The whole document identifier of an EHF Billing 3.0 credit note.</summary>
    public const string CreditNote = Document + "CreditNote-2::CreditNote" + Billing;

    /// <summary>The process that EHF Billing 3.0 documents are sent in.</summary>
    public const string BillingProcess = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    private const string Document = "busdox-docid-qns::urn:oasis:names:specification:ubl:schema:xsd:";
    private const string Billing = "##urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0::2.1";

    /// <summary>A Norwegian body's participant value: ISO 6523 scheme 0192 and its number.</summary>
    public static string ValueOf(OrgNumber number) => $"0192:{number.Value}";

    /// <summary>The name in the SML's zone that a participant value is found by: base32 of the SHA-256 of the value alone, lower-cased (Policy 7).</summary>
    public static string HostOf(string value, string zone) => $"{Base32.HashWhole(value.ToLowerInvariant())}.{ParticipantScheme}.{zone}";
}
