using System.Text.Json;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Api.Tasks;

/// <summary>Something a supervisor must decide or know.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What kind of decision.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OrgNumber">The agency concerned, if one is.</param>
/// <param name="Subject">What it is about: a scan, a finding's row, a queue.</param>
/// <param name="Detail">What a decision needs to know: an object where it is JSON, a text otherwise.</param>
/// <param name="CreatedAt">When it arose (UTC).</param>
/// <param name="DecidedBy">The id of the key that decided.</param>
/// <param name="DecidedAt">When it was decided (UTC).</param>
public sealed record TaskView(
    string Id,
    TaskKind Kind,
    TaskState State,
    string? OrgNumber,
    string Subject,
    JsonElement Detail,
    DateTimeOffset CreatedAt,
    string? DecidedBy,
    DateTimeOffset? DecidedAt)
{
    internal static TaskView Of(TaskRow row) => new(
        IdOf(row.RowKey), row.Kind, row.State, row.OrgNumber, row.Subject, Read(row.Detail), row.CreatedAt, row.DecidedBy, row.DecidedAt);

    /// <summary>A row key as it stands in paths, where a bar would have to be escaped.</summary>
    public static string IdOf(string rowKey) => rowKey.Replace('|', '.');

    /// <summary>The row key of an id; null when it cannot be one.</summary>
    internal static string? RowKeyOf(string id) =>
        id.Length is > 0 and <= 200 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') ? id.Replace('.', '|') : null;

    private static JsonElement Read(string detail)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(detail, MonitorJson.Options);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(detail, MonitorJson.Options);
        }
    }
}
