using System.Globalization;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Spectre.Console;

namespace Monitor.Local.Commands.Scan;

/// <summary>The result for a person: what failed, what to look at, and of how much.</summary>
internal static class TableOutput
{
    public static string Write(ScanResult result)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        IAnsiConsole console = PlainConsole.On(text);

        Findings(console, "Failed", [.. result.Findings.Where(f => f.Outcome is Outcome.Failed)]);
        Findings(console, "A person must look", [.. result.Findings.Where(f => f.Outcome is Outcome.CantTell)]);
        Pages(console, [.. result.Pages.Where(p => p.Status is not PageStatus.Audited)]);

        ScanResultSummary sum = result.Summary;
        string reason = result.Scan.Reason is { } why ? $" ({why})" : "";
        console.WriteLine($"Scan {result.Scan.Status.ToString().ToUpperInvariant()}{reason} of {result.Solution.Url}");
        console.WriteLine($"{sum.PagesAudited} of {result.Pages.Count} pages audited; {sum.CriteriaTested} of {sum.CriteriaInRegulation} criteria of {result.Scan.Regulation} tested by machine.");
        if (result.Scan.Documents is { } documents)
            console.WriteLine($"Documents met: {documents.Pdf} PDF, {documents.Office} office files, {documents.OfficeAlone} of these without a PDF or web page of the same name beside them.");
        console.WriteLine($"Found by automatic tests: {sum.Findings} failed findings on {sum.CriteriaFailed} criteria; {sum.FindingsCantTell} for a person to look at.");
        if (sum.OnlyAtRandom is { Count: > 0 } rules)
            console.WriteLine($"Only pages drawn at random fail {string.Join(", ", rules.Select(r => r.Rule))}: the sample is too small to show every kind of failure.");
        return text.ToString();
    }

    private static void Findings(IAnsiConsole console, string title, IReadOnlyList<ScanResultFinding> findings)
    {
        if (findings.Count == 0)
            return;
        Table table = new Table().Title(title).AddColumns("WCAG", "Rule", "Impact", "Pages", "What, and one place");
        foreach (ScanResultFinding finding in findings)
        {
            ScanResultOccurrence first = finding.Occurrences[0];
            table.AddRow(
                new Text(string.Join(' ', finding.Wcag)),
                new Text(finding.Rule),
                new Text(finding.Impact ?? ""),
                new Text(finding.Occurrences.Select(o => o.Page).Distinct().Count().ToString(CultureInfo.InvariantCulture)),
                new Text($"{PlainText.Of(finding.Message)}\n{PlainText.Of(first.Page)}\n{PlainText.Of(first.Target)}"));
        }
        console.Write(table);
    }

    private static void Pages(IAnsiConsole console, IReadOnlyList<ScanResultPage> pages)
    {
        if (pages.Count == 0)
            return;
        Table table = new Table().Title("Not audited").AddColumns("Page", "Status", "Reason");
        foreach (ScanResultPage page in pages)
            table.AddRow(new Text(PlainText.Of(page.Url)), new Text(page.Status.ToString()), new Text(page.Reason ?? ""));
        console.Write(table);
    }
}
