using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;

namespace Monitor.Functions.Dashboard.National;

/// <summary>The obligations nationally, and who owes declarations: for supervisors.</summary>
public sealed class ObligationsFunctions(Front front, ObligationsPageQuery query)
{
    /// <summary>What each obligation came to.</summary>
    [Function(nameof(ShowObligations))]
    public Task<Answer> ShowObligations([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Obligations)] HttpRequest request, string language) =>
        front.PageAsync(request, language, Demand.Supervisor, async page => Render.Page<ObligationsPage, ObligationsModel>(
            page, await query.RunAsync(request.Query[ObligationsModel.GroupKey], request.HttpContext.RequestAborted)));

    /// <summary>Who owes declarations.</summary>
    [Function(nameof(ShowDeclarations))]
    public Task<Answer> ShowDeclarations([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Declarations)] HttpRequest request, string language) =>
        front.PageAsync(request, language, Demand.Supervisor, async page => Render.Page<DeclarationListPage, DeclarationListModel>(
            page, await query.DeclarationsAsync(request.PageNumber(), request.HttpContext.RequestAborted)));
}
