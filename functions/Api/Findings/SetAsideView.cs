using System.Text.Json;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;

namespace Monitor.Functions.Api.Findings;

/// <summary>That a finding is set aside.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Comment">The explanation given.</param>
/// <param name="By">The id of the key that decided.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Until">Until when (UTC); it ends by itself.</param>
public sealed record SetAsideView(SetAsideReason Reason, string? Comment, string By, DateTimeOffset At, DateTimeOffset Until);

/// <summary>What is sent to set a finding aside, or to ask for it.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Comment">The explanation, at most 2000 characters.</param>
/// <param name="Until">Until when: in the future, at most two years ahead.</param>
public sealed record SetAsideInput(SetAsideReason? Reason, string? Comment, DateTimeOffset? Until)
{
    /// <summary>Reads the detail of a task; null when it is none of these.</summary>
    public static SetAsideInput? Read(string detail)
    {
        try
        {
            return JsonSerializer.Deserialize<SetAsideInput>(detail, MonitorJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
