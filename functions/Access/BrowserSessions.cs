using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Monitor.Shared.Access;

namespace Monitor.Functions.Access;

/// <summary>Signs browsers in and out: a key is traded for a session, and its token for a cookie that no script can read.</summary>
public sealed class BrowserSessions(
    KeyStore keys, SessionStore sessions, SignInLimiter limiter, AuditLog audit, IOptions<AccessSettings> settings)
{
    /// <summary>The cookie's name on https; the prefix binds it to this host (RFC 6265bis section 4.1.3.2).</summary>
    public const string SecureCookie = "__Host-monitor";

    /// <summary>The cookie's name on http, where no browser takes the prefix.</summary>
    public const string PlainCookie = "monitor";

    /// <summary>Tries a key, and sets the cookie when it holds.</summary>
    public async Task<SignInResult> SignInAsync(HttpContext context, string? key)
    {
        string address = AddressOf(context);
        if (await limiter.MustWaitAsync(address, context.RequestAborted) is { } wait)
            return new SignInResult(SignInOutcome.TooManyAttempts, null, wait);
        KeyRow? row = await keys.FindAsync(key?.Trim(), context.RequestAborted);
        if (row is null)
        {
            await limiter.FailedAsync(address, context.RequestAborted);
            return new SignInResult(SignInOutcome.WrongKey, null, null);
        }
        await limiter.SucceededAsync(address, context.RequestAborted);
        // A session of before is not taken over: that closes session fixation.
        await sessions.DeleteAsync(Token(context.Request), context.RequestAborted);
        context.Response.Cookies.Append(CookieName(context.Request), await sessions.CreateAsync(row, context.RequestAborted), CookieOptions(context.Request));
        await audit.WriteAsync(row.RowKey, "session.opened", row.RowKey, null, context.RequestAborted);
        return new SignInResult(SignInOutcome.SignedIn, Caller.Of(row), null);
    }

    /// <summary>Ends the browser's session and takes the cookie back.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        await sessions.DeleteAsync(Token(context.Request), context.RequestAborted);
        context.Response.Cookies.Delete(CookieName(context.Request), CookieOptions(context.Request));
    }

    /// <summary>Who is signed in; null when nobody is. Antiforgery tokens are bound to the session through the user it sets.</summary>
    internal async Task<Caller?> FindAsync(HttpRequest request)
    {
        if (await sessions.FindAsync(Token(request), request.HttpContext.RequestAborted) is not { } session)
            return null;
        request.HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, session.Id), new Claim(ClaimTypes.Name, session.Key.RowKey)], "session"));
        return Caller.Of(session.Key);
    }

    private string AddressOf(HttpContext context)
    {
        int hops = settings.Value.ForwardedHops;
        string[] forwarded = hops == 0 ? [] : string.Join(',', context.Request.Headers["X-Forwarded-For"].ToArray())
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return hops > 0 && forwarded.Length >= hops ? forwarded[^hops] : context.Connection.RemoteIpAddress?.ToString() ?? "";
    }

    private static string? Token(HttpRequest request) => request.Cookies[CookieName(request)];

    private static string CookieName(HttpRequest request) => request.IsHttps ? SecureCookie : PlainCookie;

    private static CookieOptions CookieOptions(HttpRequest request) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, Path = "/", IsEssential = true };
}

/// <summary>What a sign-in came to.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Caller">Who signed in; null unless somebody did.</param>
/// <param name="RetryAfter">How long to wait after too many attempts.</param>
public sealed record SignInResult(SignInOutcome Outcome, Caller? Caller, TimeSpan? RetryAfter);

/// <summary>See <see cref="SignInResult"/>.</summary>
public enum SignInOutcome
{
    /// <summary>The cookie is set.</summary>
    SignedIn,

    /// <summary>No such key, or it does not hold any longer.</summary>
    WrongKey,

    /// <summary>The address must wait.</summary>
    TooManyAttempts,
}
