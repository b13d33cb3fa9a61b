using Microsoft.Azure.Functions.Worker;

namespace Monitor.Local.Runner;

/// <summary>A function that a queue triggers.</summary>
/// <param name="Function">The function.</param>
/// <param name="Queue">The queue's name.</param>
internal sealed record QueueFunction(FunctionMethod Function, string Queue)
{
    private const string PoisonSuffix = Shared.Scans.QueueNames.PoisonSuffix;

    /// <summary>Where messages go that failed too often; null for a poison queue, whose own failures stay where they are.</summary>
    public string? PoisonQueue => Queue.EndsWith(PoisonSuffix, StringComparison.Ordinal) ? null : Queue + PoisonSuffix;

    /// <summary>Reads a queue-triggered function.</summary>
    /// <exception cref="NotSupportedException">It asks for something that this runner does not do.</exception>
    public static QueueFunction Read(FunctionMethod function, QueueTriggerAttribute trigger)
    {
        function.RequireParameters(typeof(string));
        if (trigger.Connection is { Length: > 0 } connection)
            throw new NotSupportedException($"{function.Name}: a connection of its own ('{connection}') is not supported by the local runner.");
        if (trigger.QueueName.Contains('%', StringComparison.Ordinal))
            throw new NotSupportedException($"{function.Name}: a queue named by a setting ('{trigger.QueueName}') is not supported by the local runner.");
        return new QueueFunction(function, trigger.QueueName);
    }
}
