using Microsoft.AspNetCore.Components;
using Monitor.Functions.Dashboard.Wording;

namespace Monitor.Functions.Dashboard;

/// <summary>A part of a page.</summary>
public abstract class PartComponent : ComponentBase
{
    /// <summary>The page it is part of, handed down by the layout.</summary>
    [CascadingParameter]
    public required PageContext Page { get; set; }

    /// <inheritdoc cref="PageContext.T"/>
    protected Texts T => Page.T;

    /// <inheritdoc cref="PageContext.F"/>
    protected Format F => Page.F;

    /// <inheritdoc cref="PageContext.P"/>
    protected Paths P => Page.P;
}
