using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Statistics;

/// <summary>The national totals over HTTP. They are the supervisors': an agency reads its own.</summary>
public sealed class StatisticsFunctions(Door door, IBlobs blobs)
{
    /// <summary>The totals as they were last folded; none before the first time.</summary>
    [Function("ApiStatistics")]
    public Task<Answer> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Statistics)] HttpRequest request) =>
        door.ApiAsync(request, Demand.Supervisor, async _ =>
            await blobs.ReadStatisticsAsync(request.HttpContext.RequestAborted) is { } statistics
                ? new JsonAnswer(statistics)
                : new ProblemResult(Problems.NotMeasuredYet));
}
