using System.ComponentModel.DataAnnotations;

namespace Monitor.Crawlers.Registries.Http;

/// <summary>How registries are asked. Section <c>Monitor:Registries</c>.</summary>
public sealed class RegistrySettings
{
    /// <summary>The section's name; each registry has a section of its own within.</summary>
    public const string Section = "Monitor:Registries";

    /// <summary>Seconds that one attempt may take, body included.</summary>
    /// <value>15</value>
    [Range(0.1, 60)]
    public double TimeoutSeconds { get; set; } = 15;

    /// <summary>Attempts after the first.</summary>
    /// <value>2</value>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>Seconds before the first retry; doubled each time, with jitter. A registry's <c>Retry-After</c> takes precedence.</summary>
    /// <value>1</value>
    [Range(0, 30)]
    public double RetryDelaySeconds { get; set; } = 1;

    /// <summary>Seconds between two agencies in the nightly round, so that each finds its turn at every registry; the slowest takes ten requests a minute.</summary>
    /// <value>12</value>
    [Range(0, 600)]
    public double SecondsBetweenAgencies { get; set; } = 12;
}

/// <summary>Where one registry is found and how fast it may be asked. Section <c>Monitor:Registries:{Name}</c>. A person configures it, so it may be private.</summary>
public sealed class RegistryEndpointSettings
{
    /// <summary>The base address, http or https, without query.</summary>
    /// <value>the registry's production address</value>
    public string BaseAddress { get; set; } = "";

    /// <summary>Requests in one window, of all workers together.</summary>
    /// <value>by registry; Search: 10</value>
    [Range(1, 100_000)]
    public int RateLimit { get; set; }

    /// <summary>Seconds in the window.</summary>
    /// <value>by registry; Search: 60</value>
    [Range(0.001, 3600)]
    public double RateWindowSeconds { get; set; }

    internal bool HasWebAddress =>
        Uri.TryCreate(BaseAddress, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
        && address is { Query: "", Fragment: "", UserInfo: "" };
}
