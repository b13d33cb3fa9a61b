using Microsoft.AspNetCore.Components;

namespace Monitor.Functions.Dashboard.Components;

/// <summary>A labelled field of a form: its description and what is wrong with it are tied to it.</summary>
public abstract class FieldComponent : PartComponent
{
    /// <summary>The form it stands in.</summary>
    [Parameter, EditorRequired]
    public required FormState Form { get; set; }

    /// <summary>The name it is sent by.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>The label.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What to write, where the label does not say it.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>Whether it must be filled in.</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>Whether what is chosen elsewhere decides if it must be filled in; the description says when.</summary>
    [Parameter]
    public bool Depends { get; set; }

    /// <summary>What its id begins with, where a page has several forms.</summary>
    [Parameter]
    public string Prefix { get; set; } = "";

    /// <summary>Its id.</summary>
    protected string Id => Prefix + Name;

    /// <summary>What is wrong with it.</summary>
    protected string? Error => Form.Error(Name) is { } key ? T[key] : null;

    /// <summary>The ids of what describes it.</summary>
    protected string? DescribedBy
    {
        get
        {
            string ids = string.Join(' ', new[] { Description is null ? null : Id + "-hint", Error is null ? null : Id + "-error" }.OfType<string>());
            return ids.Length == 0 ? null : ids;
        }
    }
}
