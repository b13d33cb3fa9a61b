using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Monitor.Crawlers.Web;
using Monitor.Functions;
using Monitor.Local.Runner;
using Monitor.Shared.Domain;
using Xunit;

namespace Monitor.Architecture.Tests;

/// <summary>The rules of the house that a machine can hold.</summary>
public sealed class HouseRulesTests
{
    private static readonly Assembly[] Product =
        [typeof(OrgNumber).Assembly, typeof(SiteScope).Assembly, typeof(MonitorServices).Assembly, typeof(HttpFunctions).Assembly];

    public static TheoryData<string> Assemblies => [.. Product.Select(a => a.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_class_that_nothing_derives_from_is_sealed(string assembly)
    {
        Type[] types = [.. Ours(assembly)];
        HashSet<Type> bases = [.. types.Select(t => t.BaseType).OfType<Type>().Select(b => b.IsGenericType ? b.GetGenericTypeDefinition() : b)];
        Assert.Empty(types
            .Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(t) && !IsRazor(t) && t.Name != "Program")
            .Select(t => t.FullName));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_public_type_says_what_it_means(string assembly)
    {
        Assembly loaded = Product.Single(a => a.GetName().Name == assembly);
        HashSet<string> documented = [.. XDocument.Load(Path.ChangeExtension(loaded.Location, ".xml")).Descendants("member")
            .Where(m => !string.IsNullOrWhiteSpace(m.Element("summary")?.Value) || m.Element("inheritdoc") is not null)
            .Select(m => m.Attribute("name")!.Value)];
        Assert.All(
            Ours(assembly).Where(t => (t.IsPublic || t.IsNestedPublic) && !IsRazor(t) && t.Name != "Program"),
            t => Assert.Contains("T:" + t.FullName!.Replace('+', '.'), documented));
    }

    [Fact]
    public void No_source_file_is_over_five_hundred_lines() =>
        Assert.Empty(Repository.Sources.Where(f => File.ReadLines(f).Count() > 500).Select(Repository.Relative));

    [Fact]
    public void Nothing_is_left_for_later_in_the_product()
    {
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];
        Assert.Empty(Repository.Sources
            .SelectMany(f => File.ReadLines(f).Select((line, i) => (Where: $"{Repository.Relative(f)}:{i + 1}", line)))
            .Where(l => marks.Any(m => l.line.Contains(m, StringComparison.Ordinal)))
            .Select(l => l.Where));
    }

    [Fact]
    public async Task Sources_are_formatted()
    {
        (int exit, string output) = await Repository.RunAsync(
            "dotnet", ["format", "whitespace", ".", "--folder", "--verify-no-changes", "--exclude", "**/bin/**", "--exclude", "**/obj/**", "--exclude", ".monitor/**"],
            TestContext.Current.CancellationToken);
        Assert.True(exit == 0, output);
    }

    /// <summary>What we wrote ourselves: neither the compiler, nor the generators of the Functions SDK (which hide their types from editors), nor Razor's imports.</summary>
    private static IEnumerable<Type> Ours(string assembly) => Product.Single(a => a.GetName().Name == assembly).GetTypes()
        .Where(t => t.Namespace?.StartsWith("Monitor.", StringComparison.Ordinal) == true
            && !t.Name.Contains('<', StringComparison.Ordinal)
            && !t.IsDefined(typeof(CompilerGeneratedAttribute))
            && !t.IsDefined(typeof(EditorBrowsableAttribute))
            && t.Name != "_Imports");

    private static bool IsRazor(Type type) => typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type);
}
