namespace Monitor.Stubs.Registries;

/// <summary>Where the stub takes its answers from: samples of our own, or a folder of recorded ones.</summary>
public interface ISampleSource
{
    /// <summary>
    /// The JSON of one answer, or null when there is none. Names: an organisation number (Enhetsregisteret, OrganizationCatalog),
    /// <c>datasets.{orgnr}</c> or <c>services.{orgnr}</c> (Sparql), <c>datasets</c> or <c>services</c> (Search: an array of every hit).
    /// </summary>
    string? Find(StubRegistry registry, string name);
}
