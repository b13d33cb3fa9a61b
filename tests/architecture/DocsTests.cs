using System.Reflection;
using Monitor.Crawlers.Web;
using Monitor.Functions;
using Monitor.Local.Runner;
using Monitor.Shared.Domain;
using Xunit;

namespace Monitor.Architecture.Tests;

/// <summary>Docs and code tell the same.</summary>
public sealed class DocsTests
{
    private static readonly Assembly[] Product =
        [typeof(OrgNumber).Assembly, typeof(SiteScope).Assembly, typeof(MonitorServices).Assembly, typeof(HttpFunctions).Assembly];

    [Fact]
    public void Every_setting_is_in_the_table_of_settings()
    {
        string docs = Repository.Read("docs/settings.md");
        string[] settings = [.. Product.SelectMany(a => a.GetTypes())
            .Where(t => t.Name.EndsWith("Settings", StringComparison.Ordinal) && t.GetField("Section") is { IsLiteral: true })
            .SelectMany(t => t.GetProperties().Select(p => $"{((string)t.GetField("Section")!.GetRawConstantValue()!).Replace(":", "__", StringComparison.Ordinal)}__{p.Name}"))];
        Assert.NotEmpty(settings);
        Assert.All(settings, s => Assert.Contains($"`{s}`", docs, StringComparison.Ordinal));
    }

    [Fact]
    public void Readme_and_help_name_the_same_commands()
    {
        string readme = Repository.Read("README.md");
        string[] usage = [.. Repository.Read("monitor").Split('\n')
            .SkipWhile(l => l != "USAGE").Skip(1).TakeWhile(l => l.Length > 0).Select(l => l[2..])];
        Assert.NotEmpty(usage);
        Assert.All(usage, line => Assert.Contains(line, readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_and_version_need_no_build()
    {
        (int exit, string help) = await Repository.RunAsync("./monitor", ["--help"], TestContext.Current.CancellationToken);
        Assert.Equal(0, exit);
        Assert.StartsWith("Monitor watches", help, StringComparison.Ordinal);
        (exit, string version) = await Repository.RunAsync("./monitor", ["--version"], TestContext.Current.CancellationToken);
        Assert.Equal(0, exit);
        Assert.Matches(@"^monitor \d+\.\d+\.\d+", version);
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_two_with_a_line_that_says_so()
    {
        (int exit, string output) = await Repository.RunAsync("./monitor", ["dance"], TestContext.Current.CancellationToken);
        Assert.Equal(2, exit);
        Assert.Contains("--help", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_of_the_readme_leads_somewhere() =>
        Assert.All(
            System.Text.RegularExpressions.Regex.Matches(Repository.Read("README.md"), @"\]\((?!http)([^)#]+)\)").Select(m => m.Groups[1].Value),
            path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
}
