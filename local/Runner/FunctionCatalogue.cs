using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Monitor.Local.Runner;

/// <summary>The functions that the runner starts by itself; HTTP functions are checked here and mapped by <see cref="HttpFunctions"/>.</summary>
internal sealed record FunctionCatalogue(IReadOnlyList<TimerFunction> Timers, IReadOnlyList<QueueFunction> Queues)
{
    /// <summary>Reads the attributes.</summary>
    /// <exception cref="NotSupportedException">Something is not supported; the message names all of it.</exception>
    public static FunctionCatalogue Read(IEnumerable<Type> functions, IConfiguration configuration)
    {
        var timers = new List<TimerFunction>();
        var queues = new List<QueueFunction>();
        var problems = new List<string>();
        foreach (FunctionMethod function in FunctionMethod.All(functions))
        {
            if (IsDisabled(function, configuration))
                continue;
            try
            {
                switch (function.Trigger)
                {
                    case TimerTriggerAttribute timer:
                        timers.Add(TimerFunction.Read(function, timer, configuration));
                        break;
                    case QueueTriggerAttribute queue:
                        queues.Add(QueueFunction.Read(function, queue));
                        break;
                    case HttpTriggerAttribute http:
                        HttpFunctions.Check(function, http);
                        break;
                    default:
                        throw new NotSupportedException($"{function.Name}: the trigger {function.Trigger.GetType().Name} is not supported by the local runner.");
                }
            }
            catch (NotSupportedException e)
            {
                problems.Add(e.Message);
            }
        }

        problems.AddRange(queues.GroupBy(q => q.Queue, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => $"The queue {g.Key} triggers {string.Join(" and ", g.Select(q => q.Function.Name))}; each of its messages would reach only one of them."));
        return problems.Count == 0
            ? new FunctionCatalogue(timers, queues)
            : throw new NotSupportedException(string.Join(Environment.NewLine, problems));
    }

    /// <summary>A function can be switched off by a setting, as in the Functions host (learn.microsoft.com/azure/azure-functions/disable-function).</summary>
    private static bool IsDisabled(FunctionMethod function, IConfiguration configuration) =>
        (configuration[$"AzureWebJobs:{function.Name}:Disabled"] ?? configuration[$"AzureWebJobs.{function.Name}.Disabled"]) is { } text
        && (text == "1" || bool.TryParse(text, out bool disabled) && disabled);
}
