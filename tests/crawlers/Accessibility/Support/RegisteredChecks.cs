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

    /// <summary>Each rule that rests on a criterion, with its check.</summary>
    public static IReadOnlyList<(ICheck Check, CheckRule Rule)> For(string criterion) =>
        [.. All.SelectMany(c => c.Rules, (c, r) => (c, r)).Where(r => r.r.Wcag.Contains(criterion))];
}
