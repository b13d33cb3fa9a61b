using System.ComponentModel.DataAnnotations;

namespace Monitor.Local.Runner;

/// <summary>How the local runner leases and stops; what the Functions host has built in. Everything else is read from host.json.</summary>
public sealed class RunnerSettings
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Monitor:Runner";

    /// <summary>For how long a received message is leased, in seconds; the lease is renewed at half. A killed process' messages come back after it.</summary>
    /// <value>600, as in the Functions host.</value>
    [Range(1, 7 * 24 * 3600)]
    public int LeaseSeconds { get; set; } = 600;

    /// <summary>How long running functions may take to finish at shutdown before they are cancelled, in seconds.</summary>
    /// <value>10, as in the Functions host.</value>
    [Range(0, 3600)]
    public double DrainSeconds { get; set; } = 10;

    /// <summary>How long a cancelled function may take to end, in seconds; after that it is left behind.</summary>
    /// <value>5.</value>
    [Range(0, 3600)]
    public double CancelSeconds { get; set; } = 5;

    /// <summary>How long a function may run before it is cancelled, in seconds; null for host.json's <c>functionTimeout</c>.</summary>
    /// <value>null.</value>
    [Range(0.1, 24 * 3600)]
    public double? FunctionTimeoutSeconds { get; set; }
}
