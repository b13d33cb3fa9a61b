using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Access;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Access;

/// <summary>Walks every HTTP function there is, so that a new one cannot be forgotten.</summary>
public sealed partial class RouteTests
{
    private static readonly IReadOnlyList<(MethodInfo Method, string Name, HttpTriggerAttribute Trigger)> Functions =
    [
        .. typeof(MonitorServices).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(m => (m, m.GetCustomAttribute<FunctionAttribute>()?.Name, m.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(a => a is not null)))
            .Where(f => f.Item2 is not null && f.Item3 is not null)
            .Select(f => (f.m, f.Name!, f.Item3!)),
    ];

    [Fact]
    public void Every_http_function_returns_an_answer_of_the_door() =>
        Assert.All(Functions, f => Assert.Equal(typeof(Task<Answer>), f.Method.ReturnType));

    [Fact]
    public void Every_http_function_leaves_authorization_to_the_door() =>
        Assert.All(Functions, f => Assert.Equal(AuthorizationLevel.Anonymous, f.Trigger.AuthLevel));

    [Fact]
    public void Every_route_is_explicit_and_none_swallows_others() => Assert.All(Functions, f =>
    {
        Assert.NotNull(f.Trigger.Route);
        Assert.DoesNotContain("{*", f.Trigger.Route, StringComparison.Ordinal);
        Assert.NotEmpty(f.Trigger.Methods!);
    });

    [Fact]
    public void Function_names_are_unique() =>
        Assert.Equal(Functions.Count, Functions.Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public async Task Without_a_key_or_session_only_the_public_routes_answer()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient client = host.Client();
        Assert.NotEmpty(Functions);

        foreach ((_, string name, HttpTriggerAttribute trigger) in Functions)
        {
            if (PublicRoutes.All.Any(r => r.Template == trigger.Route))
                continue;
            foreach (string method in trigger.Methods!)
            {
                HttpResponseMessage response = await client.AskAsync(method.ToUpperInvariant(), "/" + Filled(trigger.Route!));
                string at = $"{name}: {method} {trigger.Route} answered {(int)response.StatusCode}";
                if (trigger.Route!.StartsWith("api/", StringComparison.Ordinal))
                    Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, at);
                else
                    Assert.True(response.StatusCode == HttpStatusCode.SeeOther && response.Headers.Location!.OriginalString.Contains("/sign-in", StringComparison.Ordinal), at);
            }
        }
    }

    [Fact]
    public void The_public_routes_are_those_that_were_agreed() => Assert.Equal(
        [
            "api/health", "api/v1/openapi.json", "assets/{version}/{file}", "{language}/accessibility", "{language}/bot",
            "{language}/opt-in/{token}", "{language}/sign-in", "{language}/unsubscribe/{token}",
        ],
        PublicRoutes.All.Select(r => Constraint().Replace(r.Template, "{$1}")).Order(StringComparer.Ordinal));

    private static string Filled(string route) => Constraint().Replace(route, parameter => parameter.Groups[1].Value switch
    {
        "language" => "nb",
        "orgNumber" => TestHost.Own.Value,
        "solution" => $"{TestHost.Own}-aaaaaaaa",
        _ when parameter.Value.EndsWith("?}", StringComparison.Ordinal) => "",
        "fingerprint" => new string('a', 26),
        "scan" => ScanId.New(SolutionId.Parse($"{TestHost.Own}-aaaaaaaa"), TestHost.Start).ToString(),
        _ => "x",
    });

    [GeneratedRegex(@"\{([A-Za-z]+)(?::[^{}]*)?\}")]
    private static partial Regex Constraint();
}
