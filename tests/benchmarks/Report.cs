using System.Globalization;

namespace Monitor.Benchmarks;

/// <summary>What a benchmark says: lines with figures, always with a decimal point.</summary>
internal static class Report
{
    public static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
