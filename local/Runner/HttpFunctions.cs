using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace Monitor.Local.Runner;

/// <summary>Maps HTTP-triggered functions onto ASP.NET Core routes: the same methods, routes and constraints as the Functions host.</summary>
public static class HttpFunctions
{
    /// <summary>Maps every HTTP-triggered function of an assembly.</summary>
    /// <param name="app">Where to.</param>
    /// <param name="functions">The assembly with the function classes.</param>
    /// <param name="routePrefix">host.json's <c>extensions.http.routePrefix</c>.</param>
    /// <exception cref="NotSupportedException">A function asks for something this runner does not do; the message names it.</exception>
    public static void MapHttpFunctions(this IEndpointRouteBuilder app, Assembly functions, string routePrefix = "") =>
        app.MapHttpFunctions(functions.GetTypes(), routePrefix);

    internal static void MapHttpFunctions(this IEndpointRouteBuilder app, IEnumerable<Type> functions, string routePrefix)
    {
        foreach (FunctionMethod function in FunctionMethod.All(functions))
        {
            if (function.Trigger is not HttpTriggerAttribute trigger)
                continue;
            Check(function, trigger);
            string route = "/" + string.Join('/', new[] { routePrefix, RouteOf(function, trigger).TrimStart('/') }.Where(p => p.Length > 0));
            IReadOnlyList<Func<HttpContext, object?>> arguments = [.. function.Method.GetParameters().Select(p => Binder(function, p))];
            RequestDelegate run = context => InvokeAsync(function, arguments, context);
            IEndpointConventionBuilder mapped = trigger.Methods is { Length: > 0 } methods ? app.MapMethods(route, methods, run) : app.Map(route, run);
            mapped.WithDisplayName(function.Name);
        }
    }

    /// <summary>Makes sure that a function can be mapped.</summary>
    /// <exception cref="NotSupportedException">It asks for something this runner does not do, or must not.</exception>
    internal static void Check(FunctionMethod function, HttpTriggerAttribute trigger)
    {
        if (trigger.AuthLevel != AuthorizationLevel.Anonymous)
            throw new NotSupportedException($"{function.Name}: authorization is our own; the trigger must be anonymous.");
        // The Functions host takes routes in the order of function names: this one would swallow others and their checks.
        if (RouteOf(function, trigger).TrimStart('/').StartsWith("{*", StringComparison.Ordinal))
            throw new NotSupportedException($"{function.Name}: a route for everything is not allowed.");
        foreach (ParameterInfo parameter in function.Method.GetParameters())
            Binder(function, parameter);
    }

    // The Functions host takes an empty route for a missing one.
    private static string RouteOf(FunctionMethod function, HttpTriggerAttribute trigger) =>
        string.IsNullOrEmpty(trigger.Route) ? function.Name : trigger.Route;

    private static async Task InvokeAsync(FunctionMethod function, IReadOnlyList<Func<HttpContext, object?>> arguments, HttpContext context)
    {
        object?[] values = [.. arguments.Select(bind => bind(context))];
        object? result = await function.InvokeAsync(context.RequestServices, values);
        switch (result)
        {
            case IResult answer:
                await answer.ExecuteAsync(context);
                break;
            case IActionResult action:
                await action.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor()));
                break;
            default:
                throw new NotSupportedException($"{function.Name} returned {result?.GetType().Name ?? "nothing"}; an HTTP function returns an IResult.");
        }
    }

    private static Func<HttpContext, object?> Binder(FunctionMethod function, ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(HttpRequest))
            return context => context.Request;
        if (parameter.ParameterType == typeof(CancellationToken))
            return context => context.RequestAborted;
        if (parameter.ParameterType == typeof(string))
            return context => Convert.ToString(context.GetRouteValue(parameter.Name!), CultureInfo.InvariantCulture);
        throw new NotSupportedException($"{function.Name}: parameter '{parameter.Name}' of type {parameter.ParameterType.Name} is not supported by the local runner.");
    }
}
