namespace Monitor.Functions.Dashboard.Components;

/// <summary>The shape in a tag, so that nothing is told by colour alone; the words beside it say the same.</summary>
public enum Symbol
{
    /// <summary>A fault.</summary>
    Cross,

    /// <summary>A person must look.</summary>
    Question,

    /// <summary>Nothing found, or done.</summary>
    Check,

    /// <summary>Not measured, or not there.</summary>
    Dash,

    /// <summary>In progress.</summary>
    Clock,

    /// <summary>New.</summary>
    Plus,

    /// <summary>Came back.</summary>
    Return,

    /// <summary>Set aside or paused.</summary>
    Pause,

    /// <summary>Partly.</summary>
    Half,
}
