using Monitor.Shared.Regulations;

namespace Monitor.Shared.Agencies;

/// <summary>What is asked for when a solution is registered or changed.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Url">Where scans start.</param>
/// <param name="ScopePath">Only pages under this path; <c>/</c> for the whole host.</param>
/// <param name="Regulation">An id of the catalogue of regulations.</param>
/// <param name="MaxPages">Pages a scan.</param>
/// <param name="IntervalHours">Hours between scheduled scans.</param>
/// <param name="Paused">Whether scheduling is paused.</param>
/// <param name="RobotsOverrideReason">Why robots.txt is overridden; null obeys it.</param>
public sealed record SolutionDraft(
    string Name, string Url, string ScopePath = "/", string Regulation = RegulationCatalogue.DefaultId,
    int MaxPages = 30, int IntervalHours = 168, bool Paused = false, string? RobotsOverrideReason = null);
