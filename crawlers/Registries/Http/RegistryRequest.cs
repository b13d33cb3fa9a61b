namespace Monitor.Crawlers.Registries.Http;

/// <summary>One request to a registry.</summary>
/// <param name="Target">Path and query below the registry's base address; an absolute address where that comes from data.</param>
internal sealed record RegistryRequest(string Target)
{
    /// <summary>The type asked for; null sends no <c>Accept</c> at all.</summary>
    public string? Accept { get; init; } = "application/json";

    /// <summary>The body of a POST; null for a GET.</summary>
    public string? Json { get; init; }

    /// <summary>A header that carries a key.</summary>
    public (string Name, string Value)? Key { get; init; }
}
