namespace Monitor.Functions.Dashboard.Layout;

/// <summary>A page above the one shown.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Path">Its path.</param>
public sealed record Crumb(string Text, string Path);
