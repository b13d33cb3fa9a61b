using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>
/// The process's one browser. Each page gets a fresh context and is dropped with it; at most <see cref="BrowserSettings.Pages"/> are open at a time.
/// A browser that died or hangs is replaced when the next page is asked for, and so is one that has had its share of pages: browsers grow with age.
/// </summary>
public sealed class BrowserPool : IAsyncDisposable
{
    private static readonly TimeSpan OpenLimit = TimeSpan.FromSeconds(20);

    private readonly BrowserLauncher launcher;
    private readonly PageOpener opener;
    private readonly TimeProvider clock;
    private readonly ILogger<BrowserPool> logger;
    private readonly SemaphoreSlim places;
    private readonly SemaphoreSlim starting = new(1);
    private readonly int renewAfter;
    private BrowserInstance? current;
    private BrowserInstance? retired;
    private bool disposed;

    /// <summary>Makes the pool; no browser is started before the first page.</summary>
    public BrowserPool(
        IOptions<BrowserSettings> settings, IOptions<PageSettings> limits, BotIdentity bot, BrowserEgress egress, TimeProvider clock, ILogger<BrowserPool> logger)
    {
        launcher = new BrowserLauncher(settings, limits, egress, logger, clock);
        opener = new PageOpener(bot, egress, limits.Value, clock);
        places = new SemaphoreSlim(settings.Value.Pages);
        renewAfter = settings.Value.RenewAfterPages;
        this.clock = clock;
        this.logger = logger;
    }

    /// <summary>The browser that runs now; null before the first page.</summary>
    internal IBrowser? Running => current?.Browser;

    /// <summary>Its processes; null before the first page, and where they cannot be seen.</summary>
    internal BrowserProcesses? Processes => current?.Processes;

    /// <summary>Why no page can be opened on this machine, in one sentence with the remedy; null when one can.</summary>
    public string? Problem() => launcher.Problem();

    /// <summary>Takes a place; waits while all are taken.</summary>
    public async Task<PagePlace> TakePlaceAsync(CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        return new PagePlace(() => places.Release());
    }

    /// <summary>Takes a place and opens an empty page in it, as <see cref="OpenAsync(PagePlace, CancellationToken)"/> does. Dispose it to give the place back.</summary>
    internal async Task<BrowserPage> OpenAsync(CancellationToken cancellation)
    {
        PagePlace place = await TakePlaceAsync(cancellation);
        try
        {
            return await OpenAsync(place.Dispose, cancellation);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>Opens an empty page in a place taken before; the place stays taken when the page is disposed of.</summary>
    /// <exception cref="InvalidOperationException">There is no browser here, see <see cref="Problem"/>.</exception>
    /// <exception cref="PlaywrightException">The browser does not start, or dies at once.</exception>
    /// <exception cref="TimeoutException">It hangs; it is replaced at the next call.</exception>
    internal Task<BrowserPage> OpenAsync(PagePlace place, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(place);
        return OpenAsync(() => { }, cancellation);
    }

    private async Task<BrowserPage> OpenAsync(Action release, CancellationToken cancellation)
    {
        for (bool again = false; ; again = true)
        {
            BrowserInstance instance = await EnterAsync(cancellation);
            try
            {
                // Not cancelled half-way: a context that nobody holds would stay open as long as the browser.
                return await opener.OpenAsync(instance, release).WaitAsync(OpenLimit, clock, CancellationToken.None);
            }
            catch (TimeoutException)
            {
                instance.GiveUp();
                await instance.LeaveAsync();
                throw;
            }
            catch (PlaywrightException e)
            {
                // It broke since the last page, and nobody was there to notice.
                instance.GiveUp();
                await instance.LeaveAsync();
                if (again)
                    throw;
                logger.LogWarning(e, "{Browser} opens no page", instance.Name);
            }
        }
    }

    /// <summary>The browser for one more page, which is counted before anybody else may retire it.</summary>
    private async Task<BrowserInstance> EnterAsync(CancellationToken cancellation)
    {
        await starting.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            await DropAsync();
            current ??= await launcher.StartAsync(cancellation);
            current.Enter();
            return current;
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Parts with the browser that runs now, if it serves no more.</summary>
    private async Task DropAsync()
    {
        if (current is not { } old || (!old.Dead && old.Pages < renewAfter))
            return;
        current = null;
        if (old.Dead)
        {
            logger.LogWarning("{Browser} died or hangs and is replaced", old.Name);
            await old.EndAsync();
            return;
        }
        // Whoever still held a page of the one before has had the time of a whole browser's pages for it.
        if (retired is not null)
            await retired.EndAsync();
        retired = old;
        await old.RetireAsync();
    }

    /// <summary>Ends the browser with every page that is open.</summary>
    public async ValueTask DisposeAsync()
    {
        await starting.WaitAsync();
        try
        {
            disposed = true;
            if (current is not null)
                await current.EndAsync();
            if (retired is not null)
                await retired.EndAsync();
            current = retired = null;
        }
        finally
        {
            starting.Release();
        }
    }
}
