using Microsoft.AspNetCore.WebUtilities;

namespace Monitor.Stubs.Registries;

/// <summary>What one registry answers when it is well.</summary>
internal sealed record StubAnswer(int Status, string ContentType, string Body)
{
    public static StubAnswer Json(string body, string contentType = "application/json") => new(200, contentType, body);

    public static StubAnswer NotFound { get; } = new(404, "application/json", """{"status":404,"error":"Not Found"}""");

    public static StubAnswer Gone { get; } = new(410, "application/json", "");

    public static StubAnswer Refused(int status, string why) => new(status, "application/problem+json", $$"""{"status":{{status}},"detail":"{{why}}"}""");
}

/// <summary>One request as it came in.</summary>
/// <param name="Registry">Who was asked.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="PathAndQuery">The path below the registry's base address, decoded, and the query.</param>
/// <param name="Accept">The types asked for.</param>
/// <param name="UserAgent">Who asks.</param>
/// <param name="ContentType">The body's type.</param>
/// <param name="Body">The body.</param>
public sealed record StubRequest(
    StubRegistry Registry, string Method, string PathAndQuery, string Accept, string UserAgent, string ContentType, string Body)
{
    /// <summary>A key that came with it, in whatever header; empty without one.</summary>
    public string Key { get; init; } = "";

    /// <summary>The path as it was sent.</summary>
    public string RawPath { get; init; } = "";

    /// <summary>The path alone.</summary>
    public string Path => PathAndQuery.Split('?', 2)[0];

    /// <summary>One value of the query; empty without.</summary>
    public string Query(string name) =>
        QueryHelpers.ParseQuery(PathAndQuery.Split('?', 2) is [_, var q] ? q : "").TryGetValue(name, out var value) ? value.ToString() : "";
}
