using System.Collections.Concurrent;
using Microsoft.Playwright;
using Monitor.Crawlers.Signs;
using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Egress;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>
/// One page in a context of its own: fixed viewport, bokmål, reduced motion; no service worker, download, dialog or popup survives, and no cookie is kept.
/// </summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    /// <summary>The viewport every page is judged in, CSS pixels.</summary>
    public static readonly ViewportSize Viewport = new() { Width = 1280, Height = 800 };

    private const int MostHosts = 200;

    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);
    private readonly BrowserInstance instance;
    private readonly IBrowserContext context;
    private readonly PageLife life;
    private readonly EgressProxy? proxy;
    private readonly Action release;
    private readonly TimeProvider clock;
    private readonly Dictionary<IRequest, int> statuses = [];
    private readonly ConcurrentDictionary<string, byte> hosts = new();
    private IRequest? first;
    private int dialogsLeft;
    private bool held;
    private bool disposed;

    internal BrowserPage(
        BrowserInstance instance, IBrowserContext context, IPage page, PageLife life, EgressProxy? proxy, int maxDialogs, Action release, TimeProvider clock)
    {
        this.instance = instance;
        this.context = context;
        this.life = life;
        this.proxy = proxy;
        this.release = release;
        this.clock = clock;
        dialogsLeft = maxDialogs;
        Page = page;
        // A renderer that was ended for its memory is the page's own doing; one that dies otherwise may do better the next time.
        page.Crash += (_, _) => life.End(instance.Watch?.HasJustEndedRenderer is true ? PageReasons.TooLarge : PageReasons.BrowserCrashed);
        instance.Browser.Disconnected += OnDisconnected;
        page.Dialog += (_, dialog) => Close(dialog.DismissAsync);
        page.Popup += (_, popup) => Close(() => popup.CloseAsync());
        page.Response += (_, response) => NoteDocument(response);
        page.RequestFailed += (_, request) => NoteFailure(request);
        page.Request += (_, request) => NoteHost(request);
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

    /// <summary>Says that the page is held where it is from now on: what answers its attempts to leave is no document of it.</summary>
    public void Hold() => held = true;

    /// <summary>The hosts that the page has asked for anything so far, in order.</summary>
    public IReadOnlyList<string> Hosts => [.. hosts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The cookies that are there now.</summary>
    public async Task<IReadOnlyList<PageCookie>> CookiesAsync() =>
        [.. (await context.CookiesAsync()).Select(c => new PageCookie(c.Name, c.Domain.TrimStart('.')))];

    /// <summary>What became of the page before its time, a code of <see cref="PageReasons"/>; null while it lives.</summary>
    public string? Loss => life.Loss ?? (instance.Dead ? PageReasons.BrowserCrashed : null);

    /// <summary>Why the page could not reach a URL's host, a code of <see cref="PageReasons"/>; null when it could, or did not try.</summary>
    public string? FailureOf(string url) => proxy?.ReasonFor(url);

    /// <summary>Waits for work in the page, but no longer than the page lives.</summary>
    /// <exception cref="PlaywrightException">The page was lost meanwhile, see <see cref="Loss"/>.</exception>
    public async Task<T> WhileAliveAsync<T>(Task<T> work, CancellationToken cancellation)
    {
        await WhileAliveAsync((Task)work, cancellation);
        return await work;
    }

    /// <inheritdoc cref="WhileAliveAsync{T}(Task{T}, CancellationToken)"/>
    public async Task WhileAliveAsync(Task work, CancellationToken cancellation)
    {
        Task first = await Task.WhenAny(work, life.Ended).WaitAsync(cancellation);
        if (first != work)
            throw new PlaywrightException("The page was lost.");
        await work;
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
            // First the way out: a page that is closed may still want to send what was done in it. What Chromium holds open for it ends here too.
            if (proxy is not null)
                await proxy.DisposeAsync();
            else if (held)
                await context.SetOfflineAsync(true).WaitAsync(CloseLimit, clock);
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
            await instance.LeaveAsync();
            release();
        }
    }

    private void OnDisconnected(object? sender, IBrowser browser) => life.End(PageReasons.BrowserCrashed);

    /// <summary>Closes what a page opened in the way of whoever looks at it; one that does nothing else is never ready.</summary>
    private void Close(Func<Task> closeAsync)
    {
        if (Interlocked.Decrement(ref dialogsLeft) < 0)
            life.End(PageReasons.EngineFailed);
        else
            _ = IgnoreAsync(closeAsync());
    }

    private void NoteDocument(IResponse response)
    {
        if (held || !IsDocument(response.Request))
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

    private void NoteHost(IRequest request)
    {
        if (hosts.Count < MostHosts && LinkResolver.TryResolve(request.Url, null, out Uri? uri))
            hosts.TryAdd(uri.IdnHost, 0);
    }

    private bool IsDocument(IRequest request) => request.IsNavigationRequest && request.Frame == Page.MainFrame;

    internal static async Task IgnoreAsync(Task task)
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
