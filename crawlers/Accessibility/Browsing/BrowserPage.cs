using Microsoft.Playwright;
using Monitor.Crawlers.Web.Fetching;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>
/// One page in a context of its own: fixed viewport, bokmål, reduced motion; no service worker, download, dialog or popup survives, and no cookie is kept.
/// </summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    /// <summary>The viewport every page is judged in, CSS pixels.</summary>
    public static readonly ViewportSize Viewport = new() { Width = 1280, Height = 800 };

    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);
    private readonly BrowserInstance instance;
    private readonly IBrowserContext context;
    private readonly Action release;
    private readonly TimeProvider clock;
    private readonly Dictionary<IRequest, int> statuses = [];
    private readonly TaskCompletionSource crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IRequest? first;
    private bool disposed;

    private BrowserPage(BrowserInstance instance, IBrowserContext context, IPage page, Action release, TimeProvider clock)
    {
        this.instance = instance;
        this.context = context;
        this.release = release;
        this.clock = clock;
        Page = page;
        page.Crash += (_, _) => crashed.TrySetResult();
        instance.Browser.Disconnected += OnDisconnected;
        page.Dialog += (_, dialog) => _ = IgnoreAsync(dialog.DismissAsync());
        page.Popup += (_, popup) => _ = IgnoreAsync(popup.CloseAsync());
        page.Response += (_, response) => NoteDocument(response);
        page.RequestFailed += (_, request) => NoteFailure(request);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>The browser's name and version.</summary>
    public string BrowserName => instance.Name;

    /// <summary>The last answer to a navigation of the main frame, redirects and the page's own navigations included.</summary>
    public IResponse? Document { get; private set; }

    /// <summary>
    /// Whether the first request of all led to <see cref="Document"/> by permanent redirects alone (301 or 308). Where the page itself went elsewhere, by a
    /// script or a refresh, it did not.
    /// </summary>
    public bool MovedPermanently
    {
        get
        {
            IRequest? request = Document?.Request;
            if (request?.RedirectedFrom is null)
                return false;
            while (request.RedirectedFrom is { } before)
            {
                if (statuses.GetValueOrDefault(before) is not (301 or 308))
                    return false;
                request = before;
            }
            return request == first;
        }
    }

    /// <summary>The last navigation of the main frame that got no answer: its URL tells which of several redirects failed.</summary>
    public IRequest? FailedDocument { get; private set; }

    /// <summary>Whether the page's renderer or the whole browser died.</summary>
    public bool Crashed => crashed.Task.IsCompleted || instance.Dead;

    /// <summary>Opens one; on failure nothing stays open.</summary>
    public static async Task<BrowserPage> OpenAsync(BrowserInstance instance, BotIdentity bot, Action release, TimeProvider clock)
    {
        IBrowserContext context = await instance.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = Viewport,
            UserAgent = UserAgentOf(instance.Browser, bot),
            Locale = "nb-NO",
            TimezoneId = "Europe/Oslo",
            ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = ServiceWorkerPolicy.Block,
            AcceptDownloads = false,
            Proxy = instance.ContextProxy,
            // The engine is injected as a script; a page's policy must not keep it from being judged.
            BypassCSP = true,
        });
        try
        {
            return new BrowserPage(instance, context, await context.NewPageAsync(), release, clock);
        }
        catch
        {
            await IgnoreAsync(context.CloseAsync());
            throw;
        }
    }

    /// <summary>Waits for work in the page, but no longer than the page lives.</summary>
    /// <exception cref="PlaywrightException">The page crashed meanwhile.</exception>
    public async Task<T> WhileAliveAsync<T>(Task<T> work, CancellationToken cancellation)
    {
        Task first = await Task.WhenAny(work, crashed.Task).WaitAsync(cancellation);
        return first == work ? await work : throw new PlaywrightException("The page crashed.");
    }

    /// <summary>Drops the page with all it left behind. A browser that does not even manage that is given up.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
            return;
        disposed = true;
        instance.Browser.Disconnected -= OnDisconnected;
        try
        {
            await context.CloseAsync().WaitAsync(CloseLimit, clock);
        }
        catch (PlaywrightException)
        {
            // Already gone with its browser.
        }
        catch (TimeoutException)
        {
            instance.GiveUp();
        }
        finally
        {
            release();
        }
    }

    /// <summary>Chromium's own user agent, so that sites serve what people get, with our name and a page about us behind it.</summary>
    private static string UserAgentOf(IBrowser browser, BotIdentity bot) =>
        $"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{browser.Version.Split('.')[0]}.0.0.0 Safari/537.36 {bot.UserAgent}";

    private void OnDisconnected(object? sender, IBrowser browser) => crashed.TrySetResult();

    private void NoteDocument(IResponse response)
    {
        if (!IsDocument(response.Request))
            return;
        Document = response;
        first ??= response.Request;
        statuses[response.Request] = response.Status;
    }

    private void NoteFailure(IRequest request)
    {
        if (IsDocument(request))
            FailedDocument = request;
    }

    private bool IsDocument(IRequest request) => request.IsNavigationRequest && request.Frame == Page.MainFrame;

    private static async Task IgnoreAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (PlaywrightException)
        {
            // The page went first.
        }
    }
}
