namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>The right to have one page open in the browser. Dispose it to give the place back.</summary>
/// <param name="release">Gives it back; called once.</param>
public sealed class PagePlace(Action release) : IDisposable
{
    private Action? release = release;

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref release, null)?.Invoke();
}
