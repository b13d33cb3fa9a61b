using System.Text;
using System.Text.Json;
using CsCheck;
using Monitor.Local.Commands.Check;
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

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("\r\n=1", "'\r\n'=1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("a;=1", "a;'=1")]
    [InlineData("a; -1", "a; '-1")]
    [InlineData("a\n@x", "a\n'@x")]
    [InlineData("a=1", "a=1")]
    [InlineData("main > .a-b", "main > .a-b")]
    public void What_would_be_calculated_has_an_apostrophe_in_front_wherever_a_cell_may_begin(string text, string cell) =>
        Assert.Equal(cell, Cells(ScanOutput.Format(Result(text), "csv"))[1][8]);

    [Fact]
    public void Csv_reads_back_as_it_was_written() => Gen.String[Gen.Char, 0, 40].Sample(text =>
    {
        List<IReadOnlyList<string>> rows = Cells(ScanOutput.Format(Result(text), "csv"));
        Assert.Equal(2, rows.Count);
        Assert.Equal(10, rows[1].Count);
        Assert.Equal(text.Replace("'", "", StringComparison.Ordinal), rows[1][8].Replace("'", "", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("\u001b[2J")]
    [InlineData("\u001b]0;title\u0007")]
    [InlineData("\u009b31m")]
    [InlineData("\r\nmonitor: all is well")]
    [InlineData("\u202Efdp.exe")]
    [InlineData("\u2066x\u2069\u200F")]
    public void Signs_that_drive_or_turn_a_terminal_are_taken_out(string sign)
    {
        string table = ScanOutput.Format(Result("a" + sign + "b"), "table");

        Assert.DoesNotContain(table, c => char.IsControl(c) && c != '\n' || c is '\u202E' or '\u2066' or '\u2069' or '\u200F');
        Assert.DoesNotContain("\nmonitor: all is well", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[red]x[/]")]
    [InlineData("[/]")]
    [InlineData("[[")]
    [InlineData("[link=https://evil.example]x[/]")]
    public void Markup_of_the_console_is_text(string markup) =>
        Assert.Contains(markup, ScanOutput.Format(Result(markup), "table"), StringComparison.Ordinal);

    [Fact]
    public void Any_text_from_a_page_is_whole_json_in_json_and_earl() => Gen.String[Gen.Char, 0, 60].Sample(text =>
    {
        using JsonDocument json = JsonDocument.Parse(ScanOutput.Format(Result(text), "json")), earl = JsonDocument.Parse(ScanOutput.Format(Result(text), "earl"));
        return json.RootElement.GetProperty("findings").GetArrayLength() == 1 && earl.RootElement.TryGetProperty("@graph", out _);
    });

    [Fact]
    public void Whatever_is_typed_as_an_argument_is_taken_or_refused_in_words() =>
        Gen.Select(Gen.String[Gen.Char, 0, 60], Gen.Int, Gen.Double).Sample((text, number, delay) =>
        {
            foreach (string url in new[] { text, "http://" + text, "https://a.no/" + text })
            {
                var arguments = new ScanArguments { Url = url, MaxPages = number, RegulationId = text, Format = text, Delay = delay };
                Assert.NotEmpty(arguments.Validate().Message!);
            }
            Assert.Equal(Monitor.Shared.Domain.OrgNumber.TryParse(text, out _), new CheckArguments { Number = text }.Validate().Successful);
        });

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

    [Fact]
    public void Earl_names_a_criterion_by_the_version_of_wcag_that_has_it()
    {
        string earl = ScanOutput.Format(Result("a") with { Criteria = [new ScanResultCriterion("1.1.1", Outcome.Failed, 1, 1), new ScanResultCriterion("2.5.8", Outcome.CantTell, 0, 1)] }, "earl");
        Assert.Contains("\"WCAG21:1.1.1\"", earl, StringComparison.Ordinal);
        Assert.Contains("\"https://www.w3.org/TR/WCAG22/#2.5.8\"", earl, StringComparison.Ordinal);
    }

    /// <summary>RFC 4180, read by the book.</summary>
    private static List<IReadOnlyList<string>> Cells(string csv)
    {
        List<IReadOnlyList<string>> rows = [];
        List<string> row = [];
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < csv.Length; i++)
        {
            if (quoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                cell.Append(csv[i++]);
            else if (csv[i] == '"')
                quoted = !quoted;
            else if (!quoted && (csv[i] == ',' || csv[i] == '\r' && csv[i + 1] == '\n'))
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (csv[i] != '\r')
                    continue;
                rows.Add(row);
                row = [];
                i++;
            }
            else
                cell.Append(csv[i]);
        }
        return rows;
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
