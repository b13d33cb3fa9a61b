using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Api.Solutions;

/// <summary>A solution as the API tells it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrgNumber">Its agency.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Url">Where scans start.</param>
/// <param name="ScopePath">Only pages under this path are in scope.</param>
/// <param name="Regulation">The regulation it is judged by.</param>
/// <param name="MaxPages">How many pages a scan samples.</param>
/// <param name="IntervalHours">Hours between scheduled scans.</param>
/// <param name="NextDueAt">When the next scheduled scan is due (UTC).</param>
/// <param name="Paused">Whether scheduling is paused.</param>
/// <param name="RobotsOverride">That robots.txt is not obeyed, why and by whom; null when it is.</param>
/// <param name="ActiveScan">The scan that runs now.</param>
/// <param name="LastScan">The last scan whose result was applied to the findings.</param>
/// <param name="CreatedAt">When it was registered (UTC).</param>
/// <param name="DeregisteredAt">When it was deregistered (UTC).</param>
public sealed record SolutionView(
    SolutionId Id,
    OrgNumber OrgNumber,
    string Name,
    string Url,
    string ScopePath,
    string Regulation,
    int MaxPages,
    int IntervalHours,
    DateTimeOffset NextDueAt,
    bool Paused,
    RobotsOverrideView? RobotsOverride,
    string? ActiveScan,
    string? LastScan,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DeregisteredAt)
{
    internal static SolutionView Of(SolutionRow row) => new(
        row.Id,
        row.Id.Agency,
        row.Name,
        row.Url,
        row.ScopePath,
        row.Regulation,
        row.MaxPages,
        row.IntervalHours,
        row.NextDueAt,
        row.Paused,
        row.RobotsOverrideReason is { } reason ? new RobotsOverrideView(reason, row.RobotsOverrideBy ?? "") : null,
        row.ActiveScan,
        row.LastScan,
        row.CreatedAt,
        row.DeregisteredAt);
}

/// <summary>That robots.txt is not obeyed.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">The id of the key that decided.</param>
public sealed record RobotsOverrideView(string Reason, string By);

/// <summary>What is sent to register or change a solution; in a change, all of it replaces what stood.</summary>
/// <param name="Name">What people call it, at most 200 characters.</param>
/// <param name="Url">Where scans start.</param>
/// <param name="ScopePath">Only pages under this path are in scope; the whole host if not given.</param>
/// <param name="Regulation">The regulation; that for public bodies if not given.</param>
/// <param name="MaxPages">How many pages a scan samples, 1 to 200; 30 if not given.</param>
/// <param name="IntervalHours">Hours between scheduled scans, 1 to 8760; 168 if not given.</param>
/// <param name="Paused">Whether scheduling is paused; not if not given.</param>
/// <param name="RobotsOverrideReason">Why robots.txt is not to be obeyed, at most 1000 characters; it is obeyed if not given.</param>
public sealed record SolutionInput(
    string? Name,
    string? Url,
    string? ScopePath,
    string? Regulation,
    int? MaxPages,
    int? IntervalHours,
    bool? Paused,
    string? RobotsOverrideReason);
