using System.Globalization;

namespace Monitor.Benchmarks;

/// <summary>The numbers behind a benchmark's name.</summary>
internal sealed class BenchmarkArguments(string[] arguments)
{
    /// <summary>The number at a place; its default where none is given.</summary>
    public int this[int place, int otherwise] =>
        place >= arguments.Length ? otherwise
        : int.TryParse(arguments[place], CultureInfo.InvariantCulture, out int number) && number > 0 ? number
        : throw new ArgumentException($"'{arguments[place]}' is no positive number; './monitor bench' lists what each benchmark takes.");
}
