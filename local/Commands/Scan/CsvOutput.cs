using System.Text;
using System.Text.Json;
using Monitor.Shared.Scans;

namespace Monitor.Local.Commands.Scan;

/// <summary>
/// One line an occurrence, RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front
/// (OWASP, CSV injection): what stands in it came from somebody's web page.
/// </summary>
internal static class CsvOutput
{
    private static readonly string[] Header = ["fingerprint", "check", "rule", "outcome", "wcag", "impact", "message", "page", "target", "snippet"];

    public static string Write(ScanResult result)
    {
        var text = new StringBuilder();
        Line(text, Header);
        foreach (ScanResultFinding finding in result.Findings)
        {
            foreach (ScanResultOccurrence occurrence in finding.Occurrences)
            {
                Line(text,
                [
                    finding.Fingerprint, finding.Check, finding.Rule, JsonNamingPolicy.CamelCase.ConvertName(finding.Outcome.ToString()),
                    string.Join(' ', finding.Wcag), finding.Impact ?? "", finding.Message, occurrence.Page, occurrence.Target, occurrence.Snippet,
                ]);
            }
        }
        return text.ToString();
    }

    private static void Line(StringBuilder text, IReadOnlyList<string> cells) =>
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string value)
    {
        if (value.Length > 0 && value[0] is ('=' or '+' or '-' or '@' or '\t' or '\r'))
            value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
