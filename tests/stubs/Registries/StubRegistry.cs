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
}
