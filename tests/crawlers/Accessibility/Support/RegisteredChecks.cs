using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Accessibility;
using Monitor.Crawlers.Accessibility.Checks;

namespace Monitor.Crawlers.Tests.Accessibility.Support;

/// <summary>The checks of the product, as it registers them.</summary>
internal static class RegisteredChecks
{
    public static IReadOnlyList<ICheck> All { get; } =
        [.. new ServiceCollection().AddAccessibility(new ConfigurationBuilder().Build()).BuildServiceProvider().GetServices<ICheck>()];

    /// <summary>Each of their rules, with the check's id.</summary>
    public static IReadOnlyList<(string Check, CheckRule Rule)> Rules { get; } = [.. All.SelectMany(c => c.Rules, (c, r) => (c.Id, r))];

    /// <summary>Each rule that rests on a criterion.</summary>
    public static IReadOnlyList<(string Check, CheckRule Rule)> For(string criterion) => [.. Rules.Where(r => r.Rule.Wcag.Contains(criterion))];
}
