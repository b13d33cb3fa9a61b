namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>How long one try at a page may take.</summary>
internal sealed record AuditLimits
{
    /// <summary>Until the document is parsed.</summary>
    public TimeSpan Navigation { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From there to the load event; a page that never gets there is judged as it is.</summary>
    public TimeSpan Load { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the DOM has to stay unchanged.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long that is waited for.</summary>
    public TimeSpan QuietAtMost { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>In all, waiting for a free place in the browser left out.</summary>
    public TimeSpan Page { get; init; } = TimeSpan.FromSeconds(60);
}
