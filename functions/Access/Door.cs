using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monitor.Functions.Http;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Settings;

namespace Monitor.Functions.Access;

/// <summary>
/// The one way in. Every HTTP function goes through it, in the Functions host and in the local runner: who is asking is known,
/// and judged against what the route demands, before the handler runs. What breaks is logged and shown without details.
/// </summary>
public sealed class Door(
    KeyStore keys, BrowserSessions sessions, IAntiforgery antiforgery, IErrorPages pages, IOptions<SiteSettings> site, ILogger<Door> log)
{
    /// <summary>Bytes of a body that we read.</summary>
    public const int BodyBytes = 64 * 1024;

    private readonly bool https = site.Value.PublicAddress.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>A public route.</summary>
    public Task<Answer> OpenAsync(HttpRequest request, PublicRoute route, Func<Task<IResult>> answer)
    {
        ArgumentNullException.ThrowIfNull(route);
        return GuardAsync(request, Told, answer);
    }

    /// <summary>A form on a public route: the sign-in, which must not be sent by another site either.</summary>
    public Task<Answer> OpenFormAsync(HttpRequest request, Language language, PublicRoute route, Func<IFormCollection, Task<IResult>> act)
    {
        ArgumentNullException.ThrowIfNull(route);
        return GuardAsync(request, Shown(request, language), () => WithFormAsync(request, language, act));
    }

    /// <summary>A route of the API: a key in <c>Authorization: Bearer</c> or <c>X-Api-Key</c>.</summary>
    public Task<Answer> ApiAsync(HttpRequest request, Demand demand, Func<Caller, Task<IResult>> answer) =>
        GuardAsync(request, Told, async () =>
        {
            if (await keys.FindAsync(KeyOf(request), request.HttpContext.RequestAborted) is not { } key)
                return new ProblemResult(Problems.Unauthorized);
            Caller caller = Caller.Of(key);
            return demand.Judge(caller) switch
            {
                Verdict.Pass => await answer(caller),
                Verdict.Forbidden => new ProblemResult(Problems.Forbidden),
                _ => new ProblemResult(Problems.NotFound),
            };
        });

    /// <summary>A page of the dashboard. Without a session it leads to the sign-in, and back afterwards.</summary>
    public Task<Answer> PageAsync(HttpRequest request, Language language, Demand demand, Func<Caller, Task<IResult>> page) =>
        GuardAsync(request, Shown(request, language), async () =>
        {
            if (await sessions.FindAsync(request) is not { } caller)
                return SignIn(language, HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : null);
            return demand.Judge(caller) == Verdict.Pass ? await page(caller) : Page(request, language, Problems.NotFound);
        });

    /// <summary>A form of the dashboard: a session, and a token that only our own page can have put there.</summary>
    public Task<Answer> FormAsync(HttpRequest request, Language language, Demand demand, Func<Caller, IFormCollection, Task<IResult>> act) =>
        GuardAsync(request, Shown(request, language), async () =>
        {
            if (await sessions.FindAsync(request) is not { } caller)
                return SignIn(language, null);
            return demand.Judge(caller) == Verdict.Pass
                ? await WithFormAsync(request, language, form => act(caller, form))
                : Page(request, language, Problems.NotFound);
        });

    private async Task<Answer> GuardAsync(HttpRequest request, Func<Problem, IResult> tell, Func<Task<IResult>> answer)
    {
        // TLS ends in front of us: where the site is known by https only, that is how its own cookies and links are made.
        if (https)
            request.Scheme = Uri.UriSchemeHttps;
        try
        {
            return Of(await answer());
        }
        catch (OperationCanceledException) when (request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return Of(Results.StatusCode(StatusCodes.Status499ClientClosedRequest));
        }
        catch (BadHttpRequestException e)
        {
            return Of(tell(e.StatusCode == StatusCodes.Status413PayloadTooLarge ? Problems.TooLarge : Problems.BrokenOff));
        }
        catch (Exception e)
        {
            DoorLog.Broke(log, e, request);
            request.HttpContext.Response.Clear();
            return Of(tell(Problems.Failure));
        }

        Answer Of(IResult result) => new(result, () => tell(Problems.Failure), log);
    }

    private async Task<IResult> WithFormAsync(HttpRequest request, Language language, Func<IFormCollection, Task<IResult>> act)
    {
        if (request.ContentLength > BodyBytes)
            return Page(request, language, Problems.TooLarge);
        request.Body = new LimitedBody(request.Body, BodyBytes);
        if (!request.HasFormContentType)
            return Page(request, language, Problems.FormRefused);
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Page(request, language, Problems.TooLarge);
        }
        // A multipart body that breaks off is an IOException.
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            return Page(request, language, Problems.FormRefused);
        }
        return await antiforgery.IsRequestValidAsync(request.HttpContext) ? await act(form) : Page(request, language, Problems.FormRefused);
    }

    private static ProblemResult Told(Problem problem) => new(problem);

    private Func<Problem, IResult> Shown(HttpRequest request, Language language) => problem => Page(request, language, problem);

    private IResult Page(HttpRequest request, Language language, Problem problem) => pages.Render(request, language, problem);

    private static SeeOther SignIn(Language language, string? back) => new SeeOther(
        $"/{language.Code()}/sign-in" + (back is null ? "" : $"?return={Uri.EscapeDataString(back)}"));

    private static string? KeyOf(HttpRequest request)
    {
        const string scheme = "Bearer ";
        string? authorization = request.Headers.Authorization;
        return authorization?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true
            ? authorization[scheme.Length..].Trim()
            : request.Headers["X-Api-Key"];
    }
}
