using Microsoft.AspNetCore.Http;
using Monitor.Functions.Access;
using Monitor.Functions.Http;
using Monitor.Shared.Access;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Tasks;

/// <summary>Listing and deciding tasks.</summary>
public sealed class TaskEndpoints(ITable<TaskRow> tasks, TaskDecisions decisions)
{
    /// <summary>Tasks, newest first; <c>?state=open</c> for those that wait.</summary>
    public async Task<IResult> ListAsync(HttpRequest request)
    {
        TaskState? wanted = null;
        if (request.Query["state"].ToString() is { Length: > 0 } text)
        {
            if (!Enum.TryParse(text, ignoreCase: true, out TaskState state) || !char.IsAsciiLetterLower(text[0]))
                return new ProblemResult(Problems.Invalid) { Errors = [new ProblemError("state", "unknown", new("Oppgi open, accepted eller rejected.", "Oppgi open, accepted eller rejected.", "Give open, accepted or rejected."))] };
            wanted = state;
        }
        return await Paging.ListAsync(
            request,
            page => tasks.PageAsync(TaskRow.Partition, "", page.Limit, page.Token, request.HttpContext.RequestAborted),
            row => wanted is null || row.State == wanted,
            TaskView.Of);
    }

    /// <summary>Accepts or rejects one.</summary>
    public async Task<IResult> DecideAsync(HttpRequest request, string id, bool accept, Caller caller)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        if (TaskView.RowKeyOf(id) is not { } key)
            return new ProblemResult(Problems.NotFound);
        TaskDecision decision = await decisions.DecideAsync(key, accept, caller.KeyId, cancellation);
        return decision switch
        {
            TaskDecision.Done when await tasks.FindAsync(TaskRow.Partition, key, cancellation) is { } task => new JsonAnswer(TaskView.Of(task)),
            TaskDecision.DecidedOtherwise => new ProblemResult(Problems.TaskDecided),
            TaskDecision.Obsolete => new ProblemResult(Problems.TaskObsolete),
            _ => new ProblemResult(Problems.NotFound),
        };
    }
}
