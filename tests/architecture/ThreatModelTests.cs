using System.Text.RegularExpressions;
using Xunit;

namespace Monitor.Architecture.Tests;

/// <summary>A threat without a control that is tested, or a promise without a test, is only a wish.</summary>
public sealed partial class ThreatModelTests
{
    public static TheoryData<string> Documents => ["docs/threat-model.md", "SECURITY.md"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_test_that_is_named_exists(string document)
    {
        HashSet<string> tests = [.. Repository.Sources.Where(f => Repository.Relative(f).StartsWith("tests", StringComparison.Ordinal)).SelectMany(TestsIn)];
        string[] named = [.. Named().Matches(Repository.Read(document)).Select(m => m.Groups[1].Value).Distinct()];

        Assert.NotEmpty(named);
        Assert.Equal([], named.Except(tests));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_threat_and_every_promise_names_one(string document)
    {
        string[] rows = [.. Repository.Read(document).Split('\n').Where(l => l.StartsWith('|') && l.Count(c => c == '|') == 4)
            .Where(l => !l.StartsWith("|---", StringComparison.Ordinal) && !l.Contains("| test |", StringComparison.Ordinal))];

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Matches(Named(), row));
    }

    private static IEnumerable<string> TestsIn(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        return Method().Matches(File.ReadAllText(file)).Select(m => $"{name}.{m.Groups[1].Value}");
    }

    [GeneratedRegex(@"`([A-Z]\w+\.[A-Z]\w*_\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\[(?:Fact|Theory)[^\n]*\](?:\s*\[[^\n]*\])*\s*public (?:async )?(?:Task|void) (\w+)\(", RegexOptions.Singleline)]
    private static partial Regex Method();
}
