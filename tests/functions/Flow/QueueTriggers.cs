using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Functions.Triggers;

namespace Monitor.Functions.Tests.Flow;

/// <summary>The product's queue functions, found by their attributes as the host finds them.</summary>
internal static class QueueTriggers
{
    private static readonly (string Queue, MethodInfo Method)[] All =
    [
        .. from type in new[] { typeof(Queues), typeof(PoisonQueues) }
           from method in type.GetMethods()
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<QueueTriggerAttribute>()
           where trigger is not null
           select (trigger.QueueName, method),
    ];

    /// <summary>What handles each queue's messages.</summary>
    public static IReadOnlyDictionary<string, Func<string, CancellationToken, Task>> Of(IServiceProvider services) => All.ToDictionary(
        t => t.Queue,
        t => t.Method.CreateDelegate<Func<string, CancellationToken, Task>>(ActivatorUtilities.CreateInstance(services, t.Method.DeclaringType!)));
}
