using System.Globalization;
using System.Text.Json;
using Monitor.Shared.Obligations;
using Spectre.Console;

namespace Monitor.Local.Commands.Check;

/// <summary>The compliance matrix for a person at a terminal.</summary>
internal static class CheckTable
{
    public static string Write(ComplianceMatrix matrix)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        IAnsiConsole console = PlainConsole.On(text);
        ComplianceAgency agency = matrix.Agency;
        console.WriteLine($"{agency.OrgNumber.Display.Replace('\u00A0', ' ')}  {PlainText.Of(agency.Name ?? "(name not known)")}  {Name(agency.BodyType?.ToString() ?? "body type not known")}{(agency.Ministry ? ", ministry" : "")}");
        console.WriteLine($"Judged by edition {matrix.Edition} ({Name(matrix.EditionStatus.ToString())}).");

        Table table = new Table().AddColumns("Obligation", "Outcome", "Reason", "Evidence");
        foreach (ObligationEntry entry in matrix.Obligations)
        {
            table.AddRow(
                new Text(entry.Id),
                new Text(Name(entry.Outcome.ToString())),
                new Text(entry.Reason ?? ""),
                new Text(string.Join('\n', entry.Evidence.Select(e => PlainText.Of($"{e.Source}: {e.Fact}")))));
        }
        console.Write(table);

        foreach (IGrouping<ObligationOutcome, ObligationEntry> outcome in matrix.Obligations.GroupBy(o => o.Outcome).OrderBy(g => g.Key))
            console.WriteLine($"{outcome.Count()} of {matrix.Obligations.Count} {Name(outcome.Key.ToString())}");
        return text.ToString();
    }

    private static string Name(string value) => JsonNamingPolicy.CamelCase.ConvertName(value);
}
