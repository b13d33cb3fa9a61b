namespace Monitor.Stubs.Registries;

/// <summary>Where the stub takes its answers from: samples of our own, or a folder of recorded ones.</summary>
public interface ISampleSource
{
    /// <summary>
    /// One answer, or null when there is none. Names: an organisation number (Enhetsregisteret, OrganizationCatalog, PeppolDirectory, Peppol),
    /// <c>datasets.{orgnr}</c> or <c>services.{orgnr}</c> (Sparql), <c>datasets</c> or <c>services</c> (Search: an array of every hit),
    /// the last part of a resource's IRI (Resources: a graph, or plain JSON), <c>scores</c> (MetadataQuality: every score by IRI),
    /// <c>enhet.{orgnr}</c> and <c>journal.{unit}</c> (EInnsyn: lists of items), <c>datasets</c> (Geonorge: an array of every result),
    /// <c>notices</c> (Doffin: an array of every hit), <c>invoice</c> (Peppol: the metadata of the invoice),
    /// a uuid (Statements: a page), a path (Links: a page).
    /// </summary>
    string? Find(StubRegistry registry, string name);
}
