using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Functions.Dashboard.Components;
using Monitor.Functions.Http;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Dashboard.SignIn;

/// <summary>Signing in with a key, and out.</summary>
public sealed class SignInFunctions(Front front, Door door, BrowserSessions sessions)
{
    private const string KeyField = "key";
    private const string ReturnField = "return";

    /// <summary>The bare address: the overview, in the language the browser asks for.</summary>
    [Function(nameof(Root))]
    public Task<Answer> Root([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{ignored:maxlength(0)?}")] HttpRequest request)
    {
        // The host takes an empty route for none, so the root is a segment that may only be empty.
        Language language = AcceptedLanguage.Of(request);
        return door.PageAsync(request, language, Demand.AnyKey, _ => Task.FromResult(Render.SeeOther(new Paths(language).Overview)));
    }

    /// <summary>The form.</summary>
    [Function(nameof(SignInPage))]
    public Task<Answer> SignInPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PublicRoutes.SignInTemplate)] HttpRequest request, string language) =>
        front.OpenAsync(request, language, PublicRoutes.SignIn, page => Task.FromResult(page.Caller is null
            ? Show(page, new FormState((ReturnField, request.Query[ReturnField])), StatusCodes.Status200OK)
            : Render.SeeOther(page.P.Overview)));

    /// <summary>Tries the key.</summary>
    [Function(nameof(SignIn))]
    public Task<Answer> SignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PublicRoutes.SignInTemplate)] HttpRequest request, string language)
    {
        Language spoken = Front.Spoken(language);
        return door.OpenFormAsync(request, spoken, PublicRoutes.SignIn, async sent =>
        {
            PageContext page = front.Context(request, spoken, null);
            var form = new FormState(sent, KeyField, ReturnField);
            form.Require(KeyField, "SignIn.KeyMissing");
            if (!form.Valid)
                return Show(page, form, StatusCodes.Status422UnprocessableEntity);

            SignInResult result = await sessions.SignInAsync(request.HttpContext, form[KeyField]);
            if (result.Outcome == SignInOutcome.SignedIn)
                return Render.SeeOther(Destination(page.P, form[ReturnField]));
            form.Refuse(KeyField, result.Outcome == SignInOutcome.TooManyAttempts ? "SignIn.TooManyAttempts" : "SignIn.KeyWrong");
            if (result.RetryAfter is { } wait)
                request.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Show(page, form, result.RetryAfter is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status429TooManyRequests);
        });
    }

    /// <summary>Ends the session.</summary>
    [Function(nameof(SignOut))]
    public Task<Answer> SignOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.SignOut)] HttpRequest request, string language) =>
        front.FormAsync(request, language, Demand.AnyKey, async (page, _) =>
        {
            await sessions.SignOutAsync(request.HttpContext);
            return Render.SeeOther(page.P.SignIn, "signedOut");
        });

    private static IResult Show(PageContext page, FormState form, int status) => Render.Page<SignInForm, FormState>(page, form, status);

    // The path came with the link: only one of ours is followed, and never back to the sign-in or out again.
    private static string Destination(Paths paths, string wanted) =>
        SeeOther.IsLocal(wanted) && wanted != "/" && !wanted.Contains("/sign-", StringComparison.Ordinal) ? wanted : paths.Overview;
}
