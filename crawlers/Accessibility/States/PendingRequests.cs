using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Acting;

namespace Monitor.Crawlers.Accessibility.States;

/// <summary>What a page asks for from now on and has no answer to yet: what it fetches to show comes up late.</summary>
internal sealed class PendingRequests : IDisposable
{
    private const int StepMs = 50, MostSteps = 30;
    private static readonly string[] Kinds = ["fetch", "xhr", "script", "document"];
    private readonly HashSet<IRequest> pending = [];
    private readonly IPage page;

    /// <summary>Begins to count.</summary>
    public PendingRequests(IPage page)
    {
        this.page = page;
        page.Request += Begin;
        page.RequestFinished += End;
        page.RequestFailed += End;
    }

    /// <summary>Waits until all is answered, but not for ever.</summary>
    public async Task WaitAsync()
    {
        for (int step = 0; step < MostSteps && Any; step++)
            await PageTimer.RunAsync(page, StepMs);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        page.Request -= Begin;
        page.RequestFinished -= End;
        page.RequestFailed -= End;
    }

    private bool Any
    {
        get
        {
            lock (pending)
                return pending.Count > 0;
        }
    }

    private void Begin(object? sender, IRequest request)
    {
        if (!Kinds.Contains(request.ResourceType))
            return;
        lock (pending)
            pending.Add(request);
    }

    private void End(object? sender, IRequest request)
    {
        lock (pending)
            pending.Remove(request);
    }
}
