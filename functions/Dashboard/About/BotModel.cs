namespace Monitor.Functions.Dashboard.About;

/// <summary>The page about our bot.</summary>
/// <param name="UserAgent">How it names itself.</param>
/// <param name="SecondsBetweenRequests">Seconds between two requests to a host.</param>
/// <param name="Contact">An address for questions; null when none is configured.</param>
public sealed record BotModel(string UserAgent, double SecondsBetweenRequests, string? Contact);
