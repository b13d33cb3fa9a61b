using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Monitor.Shared.Scans;

namespace Monitor.Local.Commands.Scan;

/// <summary>
/// One line an occurrence, RFC 4180. What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection):
/// what stands in a cell came from somebody's web page. A semicolon counts as the start of a cell, since it parts cells where the comma is the
/// decimal sign, as in Norway, and quotes in the middle of a line protect nothing there.
/// </summary>
internal static partial class CsvOutput
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
        value = Formula().Replace(value, "'$0");
        if (value.Length > 0 && value[0] is ('\t' or '\r' or '\n'))
            value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // The full-width forms are read like the plain ones by some.
    [GeneratedRegex(@"(?<=^|[;\t\r\n] *)[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]")]
    private static partial Regex Formula();
}
