using Monitor.Crawlers.Accessibility.Browsing;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>How long one try at a page may take, and how large a page may be: <see cref="PageSettings"/> as the auditor uses them.</summary>
internal sealed record AuditLimits
{
    private static readonly PageSettings Defaults = new();

    /// <summary>Until the document is parsed.</summary>
    public TimeSpan Navigation { get; init; } = TimeSpan.FromSeconds(Defaults.NavigationSeconds);

    /// <summary>From there to the load event; a page that never gets there is judged as it is.</summary>
    public TimeSpan Load { get; init; } = TimeSpan.FromSeconds(Defaults.LoadSeconds);

    /// <summary>How long the DOM has to stay unchanged.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(Defaults.QuietSeconds);

    /// <summary>How long that is waited for.</summary>
    public TimeSpan QuietAtMost { get; init; } = TimeSpan.FromSeconds(Defaults.QuietAtMostSeconds);

    /// <summary>In all, waiting for a free place in the browser left out.</summary>
    public TimeSpan Page { get; init; } = TimeSpan.FromSeconds(Defaults.TotalSeconds);

    /// <summary>For one check that acts; its rules are untested on a page that takes it longer.</summary>
    public TimeSpan ActingCheck { get; init; } = TimeSpan.FromSeconds(Defaults.ActingCheckSeconds);

    /// <summary>For all states of a page that are opened to look into them.</summary>
    public TimeSpan States { get; init; } = TimeSpan.FromSeconds(Defaults.StatesSeconds);

    /// <summary>How often a page may send itself elsewhere.</summary>
    public int Moves { get; init; } = Defaults.MaxMoves;

    /// <summary>Characters of markup.</summary>
    public int Markup { get; init; } = Defaults.MaxMarkup;

    /// <summary>Elements.</summary>
    public int Elements { get; init; } = Defaults.MaxElements;

    /// <summary>The limits that settings name.</summary>
    public static AuditLimits Of(PageSettings settings) => new()
    {
        Navigation = TimeSpan.FromSeconds(settings.NavigationSeconds),
        Load = TimeSpan.FromSeconds(settings.LoadSeconds),
        Quiet = TimeSpan.FromSeconds(settings.QuietSeconds),
        QuietAtMost = TimeSpan.FromSeconds(settings.QuietAtMostSeconds),
        Page = TimeSpan.FromSeconds(settings.TotalSeconds),
        ActingCheck = TimeSpan.FromSeconds(settings.ActingCheckSeconds),
        States = TimeSpan.FromSeconds(settings.StatesSeconds),
        Moves = settings.MaxMoves,
        Markup = settings.MaxMarkup,
        Elements = settings.MaxElements,
    };
}
