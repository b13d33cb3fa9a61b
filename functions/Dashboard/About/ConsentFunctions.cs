using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Shared.Alerts;

namespace Monitor.Functions.Dashboard.About;

/// <summary>
/// What the links in our mails lead to. GET only shows, since mail scanners follow links; POST acts, and takes neither cookie nor form token,
/// since mail programs send it themselves (RFC 8058): the token in the address is the authority.
/// </summary>
public sealed class ConsentFunctions(Front front, Consent consent)
{
    private const string OptInPurpose = "OptIn";
    private const string UnsubscribePurpose = "Unsubscribe";

    /// <summary>Asks.</summary>
    [Function(nameof(ShowOptIn))]
    public Task<Answer> ShowOptIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PublicRoutes.OptInTemplate)] HttpRequest request, string language, string token) =>
        front.OpenAsync(request, language, PublicRoutes.OptIn, async page =>
            Show(page, OptInPurpose, page.P.OptIn(token), await consent.FindOptInAsync(token, request.HttpContext.RequestAborted), ConsentState.Confirmed));

    /// <summary>Says yes.</summary>
    [Function(nameof(OptIn))]
    public Task<Answer> OptIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PublicRoutes.OptInTemplate)] HttpRequest request, string language, string token) =>
        front.OpenAsync(request, language, PublicRoutes.OptIn, async page =>
            Show(page, OptInPurpose, page.P.OptIn(token), await consent.ConfirmAsync(token, request.HttpContext.RequestAborted), ConsentState.Confirmed));

    /// <summary>Asks.</summary>
    [Function(nameof(ShowUnsubscribe))]
    public Task<Answer> ShowUnsubscribe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PublicRoutes.UnsubscribeTemplate)] HttpRequest request, string language, string token) =>
        front.OpenAsync(request, language, PublicRoutes.Unsubscribe, async page => Show(
            page, UnsubscribePurpose, page.P.Unsubscribe(token), await consent.FindUnsubscribeAsync(token, request.HttpContext.RequestAborted), ConsentState.Unsubscribed));

    /// <summary>Says no more.</summary>
    [Function(nameof(Unsubscribe))]
    public Task<Answer> Unsubscribe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PublicRoutes.UnsubscribeTemplate)] HttpRequest request, string language, string token) =>
        front.OpenAsync(request, language, PublicRoutes.Unsubscribe, async page => Show(
            page, UnsubscribePurpose, page.P.Unsubscribe(token), await consent.UnsubscribeAsync(token, request.HttpContext.RequestAborted), ConsentState.Unsubscribed));

    private static IResult Show(PageContext page, string purpose, string action, ConsentView? view, ConsentState wanted) =>
        Render.Page<ConsentPage, ConsentModel>(
            page,
            new ConsentModel(purpose, action, view?.AgencyName, view?.State == wanted),
            view is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
}
