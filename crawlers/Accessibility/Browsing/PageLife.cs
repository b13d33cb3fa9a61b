using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>Whether a page still lives, and what ended it: whatever comes first counts.</summary>
internal sealed class PageLife
{
    private readonly TaskCompletionSource<string> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when it ends, with a code of <see cref="PageReasons"/>.</summary>
    public Task<string> Ended => ended.Task;

    /// <summary>What ended it, a code of <see cref="PageReasons"/>; null while it lives.</summary>
    public string? Loss => ended.Task.IsCompletedSuccessfully ? ended.Task.Result : null;

    /// <summary>Ends it.</summary>
    /// <param name="reason">A code of <see cref="PageReasons"/>.</param>
    public void End(string reason) => ended.TrySetResult(reason);
}
