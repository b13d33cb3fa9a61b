using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Monitor.Stubs.Registries;

/// <summary>Writes answers, right ones and spoilt ones.</summary>
internal static class FailureWriter
{
    private const string MaintenancePage = "<!doctype html><title>Vedlikehold</title><p>Tjenesten er nede for vedlikehold.</p>";

    public static async Task WriteAsync(HttpResponse response, StubAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        await response.WriteAsync(answer.Body);
    }

    public static Task WriteAsync(HttpContext context, StubFailure failure, string retryAfter, StubAnswer answer)
    {
        HttpResponse response = context.Response;
        switch (failure)
        {
            case StubFailure.TooManyRequests:
                response.Headers.RetryAfter = retryAfter;
                return WriteAsync(response, StubAnswer.Refused(429, "Too many requests."));
            case StubFailure.RedirectWithin:
                response.Headers.Location = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
                return WriteAsync(response, new StubAnswer(307, "text/plain", ""));
            case StubFailure.RedirectElsewhere:
                response.Headers.Location = "https://elsewhere.example/";
                return WriteAsync(response, new StubAnswer(302, "text/plain", ""));
            case StubFailure.HalfBody:
                return HalfAsync(context, answer);
            case StubFailure.Oversized:
                return EndlessAsync(context);
            case StubFailure.Hang:
                return UntilAbortedAsync(context);
            default:
                return WriteAsync(response, failure switch
                {
                    StubFailure.NotFound => StubAnswer.NotFound,
                    StubFailure.Gone => StubAnswer.Gone,
                    StubFailure.NotAcceptable => new StubAnswer(406, "text/plain", ""),
                    StubFailure.ServerError => new StubAnswer(500, "text/html", MaintenancePage),
                    StubFailure.WrongContentType => new StubAnswer(200, "text/html; charset=utf-8", MaintenancePage),
                    StubFailure.EmptyPage => answer with { Status = 200, Body = "" },
                    StubFailure.OtherShape => answer with { Status = 200, Body = """["unexpected"]""" },
                    StubFailure.ExtraMembers => answer with { Body = WithExtraMembers(answer.Body) },
                    _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "No such failure."),
                });
        }
    }

    private static string WithExtraMembers(string body)
    {
        if (body.LastIndexOf("</", StringComparison.Ordinal) is var end and >= 0 && body.StartsWith('<'))
            return body[..end] + "<nytt xmlns='urn:example'>7</nytt>" + body[end..];
        if (!body.StartsWith('{') || JsonNode.Parse(body) is not JsonObject root)
            return body;
        root["nyttFelt"] = new JsonObject { ["kode"] = 7, ["dypere"] = new JsonArray(1, "to", null) };
        root["flagg"] = new JsonArray();
        return root.ToJsonString();
    }

    private static async Task HalfAsync(HttpContext context, StubAnswer answer)
    {
        byte[] body = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = body.Length + 1;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static async Task EndlessAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        byte[] spaces = Encoding.UTF8.GetBytes(new string(' ', 64 * 1024));
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(spaces);
    }

    private static async Task UntilAbortedAsync(HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        await using CancellationTokenRegistration registration = context.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    }
}
