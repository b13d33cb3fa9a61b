using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Dashboard;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>Holds the list of pages against the functions.</summary>
public sealed class RouteTests(SharedWorld shared) : IClassFixture<SharedWorld>
{
    // Answers of GET that are no pages.
    private static readonly string[] NoPages = ["Root", "Asset", "ShowEvidence"];

    [Fact]
    public void Every_page_function_has_a_page_in_the_list()
    {
        var reached = DashboardPages.All
            .Select(p => Function(p.Path(shared.World, new Paths(Language.Nb)).Split('?')[0]))
            .ToHashSet();

        Assert.Equal([], Pages().Select(g => g.Name).Except(reached));
    }

    [Fact]
    public void Every_route_says_exactly_what_it_takes()
    {
        string[] routes = [.. Gets().Select(g => g.Route)];

        Assert.NotEmpty(routes);
        Assert.All(routes, route => Assert.DoesNotContain("{*", route, StringComparison.Ordinal));
    }

    [Fact]
    public void No_path_is_taken_by_two_pages()
    {
        foreach (DashboardPage page in DashboardPages.All)
        {
            string path = page.Path(shared.World, new Paths(Language.Nb)).Split('?')[0];
            Assert.Single(Pages(), g => Matches(g.Route, path));
        }
    }

    private static string Function(string path) => Pages().Single(g => Matches(g.Route, path)).Name;

    private static IEnumerable<(string Name, string Route)> Pages() => Gets().Where(g => !NoPages.Contains(g.Name));

    private static IEnumerable<(string Name, string Route)> Gets() => typeof(MonitorServices).Assembly.GetTypes()
        .Where(t => t.Namespace?.StartsWith("Monitor.Functions.Dashboard", StringComparison.Ordinal) == true)
        .SelectMany(t => t.GetMethods())
        .Select(m => (m.GetCustomAttribute<FunctionAttribute>()?.Name, Trigger: m.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null)))
        .Where(m => m.Name is not null && m.Trigger?.Methods?.Contains("get") == true)
        .Select(m => (m.Name!, m.Trigger!.Route!));

    // Lengths are the only constraints that tell our routes apart; the language is checked by its own pattern.
    private static bool Matches(string route, string path)
    {
        RouteTemplate template = TemplateParser.Parse(route);
        var values = new RouteValueDictionary();
        if (!new TemplateMatcher(template, []).TryMatch(new PathString(path), values))
            return false;
        return template.Parameters.All(p => p.InlineConstraints.All(c =>
            !c.Constraint.StartsWith("length(", StringComparison.Ordinal)
            || values[p.Name!]?.ToString()?.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) == c.Constraint[7..^1]));
    }
}
