namespace Monitor.Functions.Tests.Flow;

/// <summary>Compares what two runs left.</summary>
internal static class Differences
{
    private const int Before = 60, Shown = 300;

    /// <summary>The first lines in which they differ, from where they do; null where they are equal.</summary>
    public static string? Of(FlowState expected, FlowState actual) => Of(expected.Lines, actual.Lines);

    /// <inheritdoc cref="Of(FlowState, FlowState)"/>
    public static string? Of(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        if (expected.SequenceEqual(actual))
            return null;
        string[] missing = [.. expected.Except(actual)], extra = [.. actual.Except(expected)];
        IEnumerable<string> pairs = missing.Zip(extra, (m, e) => Around(m, e)).Take(3);
        return string.Join('\n', [$"{expected.Count} / {actual.Count} lines", .. missing.Skip(extra.Length).Select(l => "- " + Cut(l, 0)).Take(3), .. extra.Skip(missing.Length).Select(l => "+ " + Cut(l, 0)).Take(3), .. pairs]);
    }

    private static string Around(string expected, string actual)
    {
        int same = expected.Zip(actual).TakeWhile(p => p.First == p.Second).Count(), from = Math.Max(0, same - Before);
        return $"{Cut(expected, 0)[..Math.Min(Before, expected.Length)]}\n- {Cut(expected, from)}\n+ {Cut(actual, from)}";
    }

    private static string Cut(string line, int from) => line.Substring(from, Math.Min(Shown, line.Length - from));
}
