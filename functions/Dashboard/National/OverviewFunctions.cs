using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;

namespace Monitor.Functions.Dashboard.National;

/// <summary>The overview, where a supervisor begins; an agency begins at its own page.</summary>
public sealed class OverviewFunctions(Front front, OverviewPageQuery query)
{
    /// <summary>The overview.</summary>
    [Function(nameof(ShowOverview))]
    public Task<Answer> ShowOverview([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Language)] HttpRequest request, string language) =>
        front.PageAsync(request, language, Demand.AnyKey, async page => page.Caller?.Agency is { } own
            ? Render.SeeOther(page.P.Agency(own))
            : Render.Page<OverviewPage, OverviewModel>(page, await query.RunAsync(request.PageNumber(), request.HttpContext.RequestAborted)));
}
