using Monitor.Shared.Access;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.Tasks;

/// <summary>Reads what waits for a supervisor: one partition, newest first.</summary>
public sealed class TaskListQuery(ITable<TaskRow> tasks)
{
    private const int OnePage = 50;

    /// <summary>One page of the tasks, decided ones too.</summary>
    public async Task<TaskListModel> RunAsync(string? after, CancellationToken cancellation)
    {
        RowPage<TaskRow> page = await tasks.PageOrFirstAsync(TaskRow.Partition, OnePage, after, cancellation);
        return new TaskListModel(
            [.. page.Rows.Where(t => t.State == TaskState.Open)], [.. page.Rows.Where(t => t.State != TaskState.Open)], page.ContinuationToken);
    }
}

/// <summary>What waits for a supervisor.</summary>
/// <param name="Open">Waiting.</param>
/// <param name="Decided">Decided.</param>
/// <param name="Next">What asks for older ones; null at the end.</param>
public sealed record TaskListModel(IReadOnlyList<TaskRow> Open, IReadOnlyList<TaskRow> Decided, string? Next);
