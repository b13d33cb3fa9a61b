using System.Text.Json;
using Monitor.Local.Commands.Scan;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Local.Tests.Commands;

/// <summary>The formats of a scan's result.</summary>
public sealed class ScanOutputTests
{
    [Fact]
    public void A_cell_that_a_spreadsheet_would_calculate_is_text_in_csv()
    {
        string csv = ScanOutput.Format(Result("=HYPERLINK(\"http://evil.example\")"), "csv");
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_has_a_header_and_a_line_an_occurrence()
    {
        string[] lines = ScanOutput.Format(Result("a"), "csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("fingerprint,check,rule,outcome,wcag,impact,message,page,target,snippet", lines[0]);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public void A_page_can_not_drive_the_terminal()
    {
        string table = ScanOutput.Format(Result("a\u001b[2Jb"), "table");
        Assert.DoesNotContain('\u001b', table);
    }

    [Fact]
    public void The_table_tells_how_much_was_tested()
    {
        string table = ScanOutput.Format(Result("a"), "table");
        Assert.Contains("1 of 1 pages audited; 1 of 2 criteria", table, StringComparison.Ordinal);
        Assert.Contains("Found by automatic tests: 1 failed findings", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Earl_never_calls_a_criterion_passed()
    {
        using JsonDocument earl = JsonDocument.Parse(ScanOutput.Format(Result("a"), "earl"));
        string[] outcomes = [.. earl.RootElement.GetProperty("@graph").EnumerateArray()
            .Where(n => n.TryGetProperty("assertions", out _))
            .SelectMany(n => n.GetProperty("assertions").EnumerateArray())
            .Select(a => a.GetProperty("result").GetProperty("outcome").GetString()!)];
        Assert.Contains("earl:failed", outcomes);
        Assert.Contains("earl:cantTell", outcomes);
        Assert.DoesNotContain("earl:passed", outcomes);
    }

    private static ScanResult Result(string target) => new(
        ScanResult.SchemaId,
        new ScanResultSolution("https://example.no/"),
        new ScanResultScan("x", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, ScanStatus.Completed, null, "no-public-2024", [new EngineInfo("axe-core", "4")], "Chromium", 1, 1),
        [new ScanResultPage("https://example.no/", null, "Start", PageStatus.Audited, null, 200, 10, PageKind.Start)],
        [new ScanResultFinding("f", "axe", "image-alt", Outcome.Failed, ["1.1.1"], "critical", "Images must have alternative text", [new ScanResultOccurrence("https://example.no/", target, "<img>")])],
        [new ScanResultCriterion("1.1.1", Outcome.Failed, 1, 1), new ScanResultCriterion("1.4.3", Outcome.Passed, 0, 1)],
        new ScanResultSummary(1, 1, 0, 1, 1, 2));
}
