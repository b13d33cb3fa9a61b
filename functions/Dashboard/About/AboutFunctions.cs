using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Functions.Access;
using Monitor.Shared.Settings;

namespace Monitor.Functions.Dashboard.About;

/// <summary>The pages that say who we are and what we can see.</summary>
public sealed class AboutFunctions(Front front, BotIdentity bot, IOptions<SiteSettings> site, IOptions<ScanSettings> scans)
{
    /// <summary>About our bot, which the user agent names.</summary>
    [Function(nameof(ShowBot))]
    public Task<Answer> ShowBot([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PublicRoutes.BotTemplate)] HttpRequest request, string language) =>
        front.OpenAsync(request, language, PublicRoutes.Bot, page => Task.FromResult(
            Render.Page<BotPage, BotModel>(page, new BotModel(bot.UserAgent, scans.Value.HostDelaySeconds, site.Value.Contact))));

    /// <summary>Our own accessibility statement.</summary>
    [Function(nameof(ShowAccessibility))]
    public Task<Answer> ShowAccessibility(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PublicRoutes.AccessibilityStatementTemplate)] HttpRequest request, string language) =>
        front.OpenAsync(request, language, PublicRoutes.AccessibilityStatement, page => Task.FromResult(
            Render.Page<AccessibilityPage, ContactModel>(page, new ContactModel(site.Value.Contact))));

    /// <summary>What automatic tests see and do not see.</summary>
    [Function(nameof(ShowMethod))]
    public Task<Answer> ShowMethod([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Method)] HttpRequest request, string language) =>
        front.PageAsync(request, language, Demand.AnyKey, page => Task.FromResult(
            Render.Page<MethodPage, ContactModel>(page, new ContactModel(site.Value.Contact))));
}
