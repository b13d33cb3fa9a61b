using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Functions.Api.Tasks;

namespace Monitor.Functions.Dashboard.Tasks;

/// <summary>What waits for a supervisor, and deciding it.</summary>
public sealed class TaskPageFunctions(Front front, TaskListQuery query, TaskDecisions decisions)
{
    /// <summary>The list.</summary>
    [Function(nameof(ShowTasks))]
    public Task<Answer> ShowTasks([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Tasks)] HttpRequest request, string language) =>
        front.PageAsync(request, language, Demand.Supervisor, async page => Render.Page<TaskListPage, TaskListModel>(
            page, await query.RunAsync(request.After(), request.HttpContext.RequestAborted)));

    /// <summary>Accepts one.</summary>
    [Function(nameof(AcceptTask))]
    public Task<Answer> AcceptTask([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.AcceptTask)] HttpRequest request, string language, string task) =>
        DecideAsync(request, language, task, accept: true);

    /// <summary>Rejects one.</summary>
    [Function(nameof(RejectTask))]
    public Task<Answer> RejectTask([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.RejectTask)] HttpRequest request, string language, string task) =>
        DecideAsync(request, language, task, accept: false);

    private Task<Answer> DecideAsync(HttpRequest request, string language, string task, bool accept) =>
        front.FormAsync(request, language, Demand.Supervisor, async (page, _) =>
        {
            if (TaskView.RowKeyOf(task) is not { } key)
                return front.NotFound(request, page);
            return await decisions.DecideAsync(key, accept, page.Caller!.KeyId, request.HttpContext.RequestAborted) switch
            {
                TaskDecision.Done => Render.SeeOther(page.P.Tasks, accept ? "accepted" : "rejected"),
                TaskDecision.DecidedOtherwise => Render.SeeOther(page.P.Tasks, "decidedBefore"),
                TaskDecision.Obsolete => Render.SeeOther(page.P.Tasks, "taskObsolete"),
                _ => front.NotFound(request, page),
            };
        });
}
