using Microsoft.AspNetCore.Components;
using Monitor.Functions.Dashboard.Wording;

namespace Monitor.Functions.Dashboard;

/// <summary>A whole page: what it shows is in its model, and nothing is fetched while it is drawn.</summary>
public abstract class PageComponent<TModel> : ComponentBase
{
    /// <summary>Who reads it, and how.</summary>
    [Parameter, EditorRequired]
    public required PageContext Page { get; set; }

    /// <summary>What it shows.</summary>
    [Parameter, EditorRequired]
    public required TModel Model { get; set; }

    /// <inheritdoc cref="PageContext.T"/>
    protected Texts T => Page.T;

    /// <inheritdoc cref="PageContext.F"/>
    protected Format F => Page.F;

    /// <inheritdoc cref="PageContext.P"/>
    protected Paths P => Page.P;
}
