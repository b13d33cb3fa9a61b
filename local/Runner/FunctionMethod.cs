using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace Monitor.Local.Runner;

/// <summary>One function as the attributes declare it.</summary>
/// <param name="Name">The name in <c>[Function]</c>.</param>
/// <param name="Method">The method.</param>
/// <param name="Trigger">The one trigger attribute among its parameters.</param>
/// <param name="TriggerParameter">The parameter that carries it.</param>
internal sealed record FunctionMethod(string Name, MethodInfo Method, TriggerBindingAttribute Trigger, ParameterInfo TriggerParameter)
{
    /// <summary>Every function of the given classes, by name.</summary>
    /// <exception cref="NotSupportedException">A function has no trigger, several, or another function's name.</exception>
    public static IReadOnlyList<FunctionMethod> All(IEnumerable<Type> classes)
    {
        FunctionMethod[] all = [.. classes
            .SelectMany(t => t.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(m => m.IsDefined(typeof(FunctionAttribute)))
            .Select(Read)
            .OrderBy(f => f.Name, StringComparer.Ordinal)];
        if (all.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new NotSupportedException($"Two functions are named {twice.Key}.");
        return all;
    }

    /// <summary>Makes the class in the given scope and calls the method.</summary>
    /// <returns>What the method's task returned; null for none.</returns>
    public async Task<object?> InvokeAsync(IServiceProvider scope, object?[] arguments)
    {
        object? instance = Method.IsStatic ? null : ActivatorUtilities.CreateInstance(scope, Method.DeclaringType!);
        object? returned;
        try
        {
            returned = Method.Invoke(instance, arguments);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
        if (returned is not Task task)
            return returned;
        await task;
        return task.GetType().GetProperty(nameof(Task<object>.Result)) is { } result && result.PropertyType.Name != "VoidTaskResult" ? result.GetValue(task) : null;
    }

    /// <summary>Makes sure that the function takes its trigger's value and at most a cancellation token, and gives back nothing but its end.</summary>
    /// <exception cref="NotSupportedException">It asks for more.</exception>
    public void RequireParameters(Type trigger)
    {
        foreach (ParameterInfo parameter in Method.GetParameters())
        {
            Type expected = parameter == TriggerParameter ? trigger : typeof(CancellationToken);
            if (parameter.ParameterType != expected)
                throw new NotSupportedException($"{Name}: parameter '{parameter.Name}' of type {parameter.ParameterType.Name} is not supported by the local runner.");
        }
        if (Method.ReturnType != typeof(Task))
            throw new NotSupportedException($"{Name} returns {Method.ReturnType.Name}; the local runner supports only Task here.");
    }

    private static FunctionMethod Read(MethodInfo method)
    {
        string name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        (ParameterInfo Parameter, TriggerBindingAttribute? Trigger)[] triggers = [.. method.GetParameters()
            .Select(p => (p, p.GetCustomAttributes().OfType<TriggerBindingAttribute>().SingleOrDefault()))
            .Where(p => p.Item2 is not null)];
        if (method.GetCustomAttributes().FirstOrDefault(a => a is RetryAttribute or OutputBindingAttribute) is { } unsupported)
            throw new NotSupportedException($"{name}: {unsupported.GetType().Name} is not supported by the local runner.");
        return triggers is [(var parameter, { } trigger)]
            ? new FunctionMethod(name, method, trigger, parameter)
            : throw new NotSupportedException($"{name} has {triggers.Length} triggers; a function has one.");
    }
}
