using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;

namespace Monitor.Functions.Api.Tasks;

/// <summary>Tasks over HTTP.</summary>
public sealed class TaskFunctions(Door door, TaskEndpoints tasks)
{
    /// <summary>All tasks.</summary>
    [Function("ApiTasksList")]
    public Task<Answer> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ApiRoutes.Tasks)] HttpRequest request) =>
        door.ApiAsync(request, Demand.Supervisor, _ => tasks.ListAsync(request));

    /// <summary>Accepts one.</summary>
    [Function("ApiTasksAccept")]
    public Task<Answer> Accept([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ApiRoutes.AcceptTask)] HttpRequest request, string task) =>
        door.ApiAsync(request, Demand.Supervisor, caller => tasks.DecideAsync(request, task, accept: true, caller));

    /// <summary>Rejects one.</summary>
    [Function("ApiTasksReject")]
    public Task<Answer> Reject([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ApiRoutes.RejectTask)] HttpRequest request, string task) =>
        door.ApiAsync(request, Demand.Supervisor, caller => tasks.DecideAsync(request, task, accept: false, caller));
}
