using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Checks;

/// <summary>A measurement that several checks build on, such as a walk through the page by Tab.</summary>
/// <typeparam name="T">What it comes to.</typeparam>
public interface IProbe<T>
{
    /// <summary>Measures.</summary>
    Task<T> MeasureAsync(IPage page, CancellationToken cancellation);

    /// <summary>Whether it holds however the page changes.</summary>
    bool Lasts => false;
}

/// <summary>The measurements of one page: each is made once, when the first check asks for it.</summary>
public sealed class PageProbes(IPage page)
{
    private readonly Dictionary<Type, (Task Result, bool Lasts)> measured = [];

    /// <summary>What a kind of probe comes to on this page.</summary>
    public Task<T> AskAsync<T>(IProbe<T> probe, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(probe);
        if (!measured.TryGetValue(probe.GetType(), out (Task Result, bool) known))
            measured[probe.GetType()] = known = (probe.MeasureAsync(page, cancellation), probe.Lasts);
        return (Task<T>)known.Result;
    }

    /// <summary>The page is another than it was: what was measured on it is measured anew.</summary>
    public void Forget()
    {
        foreach (Type probe in measured.Where(m => !m.Value.Lasts).Select(m => m.Key).ToArray())
            measured.Remove(probe);
    }
}
