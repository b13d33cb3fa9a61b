using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Checks;

/// <summary>A measurement that several checks build on, such as a walk through the page by Tab.</summary>
/// <typeparam name="T">What it comes to.</typeparam>
public interface IProbe<T>
{
    /// <summary>Measures.</summary>
    Task<T> MeasureAsync(IPage page, CancellationToken cancellation);
}

/// <summary>The measurements of one page: each is made once, when the first check asks for it.</summary>
public sealed class PageProbes(IPage page)
{
    private readonly Dictionary<Type, Task> measured = [];

    /// <summary>What a kind of probe comes to on this page.</summary>
    public Task<T> AskAsync<T>(IProbe<T> probe, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(probe);
        if (!measured.TryGetValue(probe.GetType(), out Task? known))
            measured[probe.GetType()] = known = probe.MeasureAsync(page, cancellation);
        return (Task<T>)known;
    }
}
