namespace Monitor.Stubs.Registries;

/// <summary>A registry the stub stands in for; named as its settings are.</summary>
public enum StubRegistry
{
    /// <summary>Enhetsregisteret (Brønnøysund).</summary>
    Enhetsregisteret,

    /// <summary>data.norge.no's organisation catalogue.</summary>
    OrganizationCatalog,

    /// <summary>data.norge.no's SPARQL service.</summary>
    Sparql,

    /// <summary>data.norge.no's search.</summary>
    Search,

    /// <summary>data.norge.no's resource service.</summary>
    Resources,

    /// <summary>data.norge.no's scores of metadata quality.</summary>
    MetadataQuality,

    /// <summary>eInnsyn.</summary>
    EInnsyn,

    /// <summary>Geonorge's map catalogue.</summary>
    Geonorge,

    /// <summary>Doffin's public notices; the key is <see cref="StubRegistries.DoffinKey"/>.</summary>
    Doffin,

    /// <summary>The PEPPOL Directory.</summary>
    PeppolDirectory,

    /// <summary>A provider (SMP) in PEPPOL, which the stub's DNS leads to.</summary>
    Peppol,

    /// <summary>The DNS zone in which PEPPOL's participants have their names: no HTTP, and failures of its own kinds.</summary>
    Sml,

    /// <summary>Accessibility statements (uustatus.no).</summary>
    Statements,

    /// <summary>Where links out of the catalogues lead.</summary>
    Links,
}
