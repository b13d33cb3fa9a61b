using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.States;

/// <summary>
/// Looks for what hides behind a click: refuses consent where a page asks for it, and opens what says that it can be opened, one at a time, under guard.
/// What the checks that only read see there of elements that were not there before is kept. Whatever breaks off, what was judged before stands.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="judgement">What is judged of it.</param>
/// <param name="budget">For all of it.</param>
/// <param name="clock">Measures that.</param>
/// <param name="logger">Is told what broke off.</param>
/// <param name="stop">Ends everything; else the end of time ends the tour alone.</param>
internal sealed class StateTour(BrowserPage page, PageJudgement judgement, TimeSpan budget, TimeProvider clock, ILogger logger, CancellationToken stop) : IAsyncDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100), QuietAtMost = TimeSpan.FromMilliseconds(800);
    private readonly List<string> judged = [];
    private readonly string address = WithoutFragment(page.Page.Url);
    private StateFollower? follower;
    private TimeSpan spent;
    private bool complete = true;

    /// <summary>What was looked into; null where nothing was to be.</summary>
    public PageStates? Seen => budget > TimeSpan.Zero ? new PageStates([.. judged], complete, (int)spent.TotalMilliseconds) : null;

    private IPage Browser => page.Page;

    /// <summary>Refuses consent where the page asks for it and lets that be refused at once. False when it is another page then.</summary>
    public async Task<bool> RefuseAsync(CancellationToken cancellation)
    {
        await WithinBudgetAsync(RefuseConsentAsync, cancellation);
        return IsSamePage;
    }

    /// <summary>Opens one after the other what can be opened.</summary>
    /// <param name="disturbed">Whether nobody knows what the page is like by now: nothing is opened then.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task OpenAsync(bool disturbed, CancellationToken cancellation)
    {
        if (disturbed)
            complete = false;
        else
            await WithinBudgetAsync(OpenAllAsync, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (follower is not null)
            await follower.DisposeAsync();
    }

    private bool IsSamePage => WithoutFragment(Browser.Url) == address;

    private async Task RefuseConsentAsync(CancellationToken cancellation)
    {
        follower = await StateFollower.OnAsync(Browser);
        if (follower is null)
        {
            complete = false;
            return;
        }
        await follower.ReportAsync(judgement.Readings);
        if (await follower.FindRefusalAsync() is not { } name)
            return;
        await judgement.HoldAsync(cancellation);
        judgement.Changed();
        if (!await ClickAsync(await follower.AimAsync(StateFollower.Refusal)) || !IsSamePage || !await follower.IsDismissedAsync())
        {
            complete = false;
            return;
        }
        judgement.After = name;
        Revealed revealed = await follower.LookAsync();
        if (revealed.Any)
        {
            IReadOnlyList<CheckReading> fresh = await ReadAsync(revealed, cancellation);
            judgement.Keep(await judgement.TellAsync(fresh, cancellation), fresh, cancellation);
            await follower.ReportAsync(fresh);
        }
        judged.Add(name);
    }

    private async Task OpenAllAsync(CancellationToken cancellation)
    {
        if (follower is null)
            return;
        Openable controls = await follower.FindControlsAsync();
        complete &= controls.All;
        string? before = judgement.After;
        for (int i = 0; i < controls.Names.Count; i++)
        {
            judgement.After = before is null ? controls.Names[i] : before + PageStates.Separator + controls.Names[i];
            if (await VisitAsync(i, cancellation))
                judged.Add(judgement.After);
            else
                complete = false;
            if (!IsSamePage)
                return;
        }
    }

    /// <summary>Opens, reads, and closes again; false when nothing could be judged.</summary>
    private async Task<bool> VisitAsync(int control, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ActingGuard guard = await judgement.HoldAsync(cancellation);
        int departures = guard.Departures.Count;
        if (!await ClickAsync(await follower!.AimAsync(control)) || !IsSamePage)
            return false;
        Revealed revealed = await follower.LookAsync();
        if (!revealed.Any)
            return false;
        if (guard.Departures.Count > departures)
        {
            await CloseAsync(control, revealed);
            return false;
        }
        IReadOnlyList<CheckReading> fresh = await ReadAsync(revealed, cancellation);
        IReadOnlyList<RuleResult> told = await judgement.TellAsync(fresh, cancellation);
        // What went with it, or belongs to the control, is the click's doing; what came up by itself meanwhile is not.
        bool closed = await CloseAsync(control, revealed);
        if (fresh.Count > 0)
            judgement.Keep(told, closed ? await follower.GoneAsync(fresh) : await follower.OwnedAsync(fresh, control), cancellation);
        return true;
    }

    private async Task<IReadOnlyList<CheckReading>> ReadAsync(Revealed revealed, CancellationToken cancellation) =>
        await follower!.FreshAsync(await judgement.ReadAgainAsync([.. revealed.Roots.Select(r => new ElementAddress([r]))], cancellation));

    /// <summary>Closes what a control opened: dialogs by Escape first, others by the control itself.</summary>
    private async Task<bool> CloseAsync(int control, Revealed revealed)
    {
        Func<Task<bool>>[] ways = revealed.Modal ? [EscapeAsync, ControlAsync, CloserAsync] : [ControlAsync, EscapeAsync, CloserAsync];
        bool closed = false;
        foreach (Func<Task<bool>> way in ways)
        {
            if (closed || !await way())
                continue;
            closed = await follower!.IsClosedAsync(control);
        }
        await Browser.Mouse.MoveAsync(0, 0);
        return closed;

        async Task<bool> ControlAsync() => await ClickAsync(await follower!.AimAgainAsync(control));

        async Task<bool> CloserAsync() => await ClickAsync(await follower!.AimAtCloserAsync());

        async Task<bool> EscapeAsync()
        {
            await AfterAsync(() => Browser.Keyboard.PressAsync("Escape"));
            return true;
        }
    }

    private async Task<bool> ClickAsync(float[]? point)
    {
        if (point is not [float x, float y])
            return false;
        await AfterAsync(() => Browser.Mouse.ClickAsync(x, y));
        return true;
    }

    /// <summary>Does something and waits until the page has done what follows from it.</summary>
    private async Task AfterAsync(Func<Task> act)
    {
        using var pending = new PendingRequests(Browser);
        await act();
        await follower!.SettleAsync();
        await QuietDom.WaitAsync(Browser, Quiet, QuietAtMost);
        await pending.WaitAsync();
        await follower.SettleAsync();
    }

    private async Task WithinBudgetAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        if (budget <= spent)
        {
            complete = false;
            return;
        }
        long begun = clock.GetTimestamp();
        using var timer = new CancellationTokenSource(budget - spent, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            await page.WhileAliveAsync(work(limit.Token), limit.Token);
        }
        // The page's own scripts, an engine, or time: none of them says anything about what was judged before.
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            complete = false;
            if (e is not OperationCanceledException)
                logger.LogWarning(e, "{Url} could not be followed to what it opens", Browser.Url);
        }
        finally
        {
            spent += clock.GetElapsedTime(begun);
        }
    }

    private static string WithoutFragment(string url) => url.Split('#')[0];
}
