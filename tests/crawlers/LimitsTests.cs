using System.Text.RegularExpressions;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Xunit;

namespace Monitor.Crawlers.Tests;

/// <summary><c>docs/limits.md</c> promises tests: they exist.</summary>
public sealed partial class LimitsTests
{
    [Fact]
    public void Every_test_named_in_the_table_of_limits_exists()
    {
        string docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "limits.md"));
        string[] named = [.. TestName().Matches(docs).Select(m => m.Groups[1].Value).Distinct()];
        HashSet<string> known = [.. typeof(LimitsTests).Assembly.GetTypes().SelectMany(t => t.GetMethods(), (t, m) => $"{t.Name}.{m.Name}")];

        Assert.InRange(named.Length, 25, 1000);
        Assert.Equal([], named.Where(n => !known.Contains(n)));
    }

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex TestName();
}
