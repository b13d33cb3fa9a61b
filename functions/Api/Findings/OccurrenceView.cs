using Monitor.Shared.Findings;

namespace Monitor.Functions.Api.Findings;

/// <summary>One page that carries a finding.</summary>
/// <param name="Url">The page.</param>
/// <param name="Target">A selector that leads to the element.</param>
/// <param name="Snippet">The element's markup, shortened.</param>
/// <param name="After">The names of the controls to press before it can be seen; null for what the page shows by itself.</param>
/// <param name="Elements">How many elements of the page share the cause.</param>
/// <param name="LastSeenAt">When it was last seen (UTC).</param>
/// <param name="Evidence">Where the screenshot of the element is; null when there is none.</param>
public sealed record OccurrenceView(string Url, string Target, string Snippet, string? After, int Elements, DateTimeOffset LastSeenAt, string? Evidence)
{
    internal static OccurrenceView Of(OccurrenceRow row, FindingRow finding) => new(
        row.Url,
        row.Target,
        row.Snippet,
        row.After,
        row.Elements,
        row.LastSeenAt,
        row.Screenshot is { } blob
            ? $"/{ApiRoutes.Solutions}/{finding.Solution}/findings/{finding.Fingerprint}/evidence/{blob[(blob.LastIndexOf('/') + 1)..]}"
            : null);
}
