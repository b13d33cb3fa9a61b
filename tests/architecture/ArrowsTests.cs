using System.Reflection;
using Monitor.Crawlers.Web;
using Monitor.Functions;
using Monitor.Local.Runner;
using Monitor.Shared.Domain;
using Xunit;

namespace Monitor.Architecture.Tests;

/// <summary>Arrows run one way: functions → crawlers → shared; local → functions.</summary>
public sealed class ArrowsTests
{
    private static readonly Assembly Shared = typeof(OrgNumber).Assembly;
    private static readonly Assembly Crawlers = typeof(SiteScope).Assembly;
    private static readonly Assembly Functions = typeof(MonitorServices).Assembly;
    private static readonly Assembly Local = typeof(HttpFunctions).Assembly;

    [Fact]
    public void Shared_knows_none_of_the_others() => AssertKnowsNot(Shared, "Monitor.");

    [Fact]
    public void Shared_knows_neither_Azure_Functions_nor_a_browser_nor_a_parser() =>
        AssertKnowsNot(Shared, "Microsoft.Azure.Functions", "Microsoft.Azure.WebJobs", "Microsoft.Playwright", "Deque.", "AngleSharp");

    [Fact]
    public void Crawlers_know_only_shared() => AssertKnowsNot(Crawlers, "Monitor.Functions", "Monitor.Local", "Monitor.Stubs", "Microsoft.Azure.Functions");

    [Fact]
    public void Functions_know_neither_the_local_runner_nor_the_stubs() => AssertKnowsNot(Functions, "Monitor.Local", "Monitor.Stubs");

    [Fact]
    public void The_local_runner_knows_the_functions() =>
        Assert.Contains(Local.GetReferencedAssemblies(), a => a.Name == Functions.GetName().Name);

    [Fact]
    public void Shared_names_no_registry_address()
    {
        string[] hosts = ["data.brreg.no", "fellesdatakatalog", "uustatus.no/", "api.einnsyn.no"];
        Assert.Empty(Repository.Sources
            .Where(f => Repository.Relative(f).StartsWith("shared", StringComparison.Ordinal))
            .Where(f => hosts.Any(h => File.ReadAllText(f).Contains(h, StringComparison.Ordinal)))
            .Select(Repository.Relative));
    }

    private static void AssertKnowsNot(Assembly assembly, params string[] prefixes) =>
        Assert.DoesNotContain(assembly.GetReferencedAssemblies(), a => prefixes.Any(p => a.Name!.StartsWith(p, StringComparison.Ordinal)));
}
