using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Obligations.National;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Statistics;

/// <summary>The national totals over HTTP. They are the supervisors': an agency reads its own.</summary>
public sealed class StatisticsFunctions(Door door, IBlobs blobs)
{
    /// <summary>The totals as they were last folded; none before the first time.</summary>
    [Function("ApiStatistics")]
    public Task<Answer> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Statistics)] HttpRequest request) =>
        ShowAsync(request, blobs.ReadStatisticsAsync);

    /// <summary>What each obligation came to, by kind of body.</summary>
    [Function("ApiStatisticsObligations")]
    public Task<Answer> Obligations([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.ObligationStatistics)] HttpRequest request) =>
        ShowAsync(request, blobs.ReadNationalObligationsAsync);

    /// <summary>How many declarations each agency owes.</summary>
    [Function("ApiStatisticsDeclarations")]
    public Task<Answer> Declarations([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.DeclarationStatistics)] HttpRequest request) =>
        ShowAsync(request, blobs.ReadDeclarationListAsync);

    private Task<Answer> ShowAsync<TModel>(HttpRequest request, Func<CancellationToken, Task<TModel?>> read) where TModel : class =>
        door.ApiAsync(request, Demand.Supervisor, async _ =>
            await read(request.HttpContext.RequestAborted) is { } model ? new JsonAnswer(model) : new ProblemResult(Problems.NotMeasuredYet));
}
