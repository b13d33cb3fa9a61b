using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Monitor.Functions.Tests.Fuzzing;

/// <summary>One method of one HTTP function, as its trigger says.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Template">The route.</param>
internal sealed partial record HttpRoute(string Function, string Method, string Template)
{
    /// <summary>Every one there is; a new function is in it by itself.</summary>
    public static IReadOnlyList<HttpRoute> All { get; } =
    [
        .. typeof(MonitorServices).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .Select(m => (m.GetCustomAttribute<FunctionAttribute>()?.Name, Trigger: m.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null)))
            .Where(f => f.Trigger is not null)
            .SelectMany(f => f.Trigger!.Methods!.Select(m => new HttpRoute(f.Name!, m.ToUpperInvariant(), f.Trigger.Route!)))
            .OrderBy(r => r.Function, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal),
    ];

    public bool IsApi => Template.StartsWith("api/", StringComparison.Ordinal);

    /// <summary>The segments: fixed ones as they are, parameters by name.</summary>
    public IReadOnlyList<(string Text, bool Parameter)> Segments { get; } =
        [.. Template.Split('/').Select(s => Parameter().Match(s) is { Success: true } match ? (match.Groups[1].Value, true) : (s, false))];

    /// <summary>Whether a path with its query could be this route's.</summary>
    public bool Takes(string path)
    {
        string[] parts = path.Split('?')[0].TrimStart('/').Split('/');
        return parts.Length == Segments.Count && parts.Zip(Segments).All(p => p.Second.Parameter || p.First == p.Second.Text);
    }

    [GeneratedRegex(@"^\{([A-Za-z]+)(?::.*)?\}$")]
    private static partial Regex Parameter();
}
