using System.Globalization;

namespace Monitor.Benchmarks;

/// <summary>What stands behind a benchmark's name: numbers mostly.</summary>
internal sealed class BenchmarkArguments(string[] arguments)
{
    /// <summary>The text at a place; null where there is none.</summary>
    public string? Text(int place) => arguments.ElementAtOrDefault(place);

    /// <summary>Whether an option such as <c>--format json</c> is given.</summary>
    public bool Has(string option, string value) => arguments.Zip(arguments.Skip(1)).Contains((option, value));

    /// <summary>The number at a place; its default where none is given.</summary>
    public int this[int place, int otherwise] =>
        place >= arguments.Length ? otherwise
        : int.TryParse(arguments[place], CultureInfo.InvariantCulture, out int number) && number > 0 ? number
        : throw new ArgumentException($"'{arguments[place]}' is no positive number; './monitor bench' lists what each benchmark takes.");

    /// <summary>What stands after an option; null without it.</summary>
    public string? After(string option) => arguments.SkipWhile(a => a != option).Skip(1).FirstOrDefault();
}
