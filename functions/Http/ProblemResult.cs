using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Http;

/// <summary>Answers a <see cref="Problem"/> as <c>application/problem+json</c> (RFC 9457), in the language asked for.</summary>
/// <param name="problem">What is wrong.</param>
public sealed class ProblemResult(Problem problem) : IResult
{
    /// <summary>The faults in what was sent.</summary>
    public IReadOnlyList<ProblemError> Errors { get; init; } = [];

    /// <summary>How long to wait (RFC 9110 section 10.2.3).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        Language language = AcceptedLanguage.Of(httpContext.Request);
        HttpResponse response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.Headers.ContentLanguage = language.Code();
        response.Headers.Vary = "Accept-Language";
        if (problem.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var body = new ProblemBody(
            $"urn:problem-type:monitor:{problem.Code}",
            problem.Title.In(language),
            problem.Status,
            problem.Detail?.In(language),
            problem.Code,
            Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier,
            Errors.Count == 0 ? null : [.. Errors.Select(e => new ProblemErrorBody(e.Place, e.Code, e.Detail.In(language)))]);
        return response.WriteAsJsonAsync(body, MonitorJson.Options, "application/problem+json", httpContext.RequestAborted);
    }
}

/// <summary>A problem as it is sent.</summary>
internal sealed record ProblemBody(
    string Type, string Title, int Status, string? Detail, string Code, string TraceId, IReadOnlyList<ProblemErrorBody>? Errors);

/// <summary>A fault as it is sent.</summary>
internal sealed record ProblemErrorBody([property: JsonPropertyName("pointer")] string Place, string Code, string Detail);
