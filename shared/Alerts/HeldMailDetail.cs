using System.Text.Json;
using Monitor.Shared.Domain;

namespace Monitor.Shared.Alerts;

/// <summary>What a supervisor decides about: the <see cref="Access.TaskRow.Detail"/> of a held-mail task, as JSON.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Scan">The scan whose mails are held.</param>
/// <param name="Reason"><c>massChange</c> or <c>engineChange</c>.</param>
/// <param name="Baseline">Whether it is the welcome summary.</param>
/// <param name="New">New findings in the mail.</param>
/// <param name="Reopened">Reopened findings in the mail.</param>
public sealed record HeldMailDetail(SolutionId Solution, ScanId Scan, string Reason, bool Baseline, int New, int Reopened)
{
    /// <summary>Reads a task's detail; null when it is none of these.</summary>
    public static HeldMailDetail? Read(string detail)
    {
        try
        {
            return JsonSerializer.Deserialize<HeldMailDetail>(detail, MonitorJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static string Write(HeldMailDetail detail) => JsonSerializer.Serialize(detail, MonitorJson.Options);
}
