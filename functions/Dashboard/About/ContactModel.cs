namespace Monitor.Functions.Dashboard.About;

/// <summary>Whom to write to.</summary>
/// <param name="Address">An e-mail address; null when none is configured.</param>
public sealed record ContactModel(string? Address);
