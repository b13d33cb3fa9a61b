using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Monitor.Functions.Tests;

/// <summary>Short ways to ask and to look at what comes back.</summary>
internal static class Http
{
    public static Task<HttpResponseMessage> AskAsync(
        this HttpClient client, string method, string path, object? body = null, string? ifMatch = null, string? language = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    /// <summary>The body, the status being the one expected.</summary>
    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> asked, HttpStatusCode expected = HttpStatusCode.OK)
    {
        HttpResponseMessage response = await asked;
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<string> TagAsync(this HttpClient client, string path)
    {
        HttpResponseMessage response = await client.AskAsync("GET", path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.ETag!.ToString();
    }

    /// <summary>That the answer is problem+json of that status and code.</summary>
    public static async Task<JsonElement> ProblemAsync(this Task<HttpResponseMessage> asked, int status, string code)
    {
        HttpResponseMessage response = await asked;
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        JsonElement problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    /// <summary>The pointers of a problem's errors.</summary>
    public static IReadOnlyList<string> Pointers(this JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()!)];

    public static IReadOnlyList<JsonElement> Items(this JsonElement list) => [.. list.GetProperty("items").EnumerateArray()];

    public static string Text(this JsonElement json, string member) => json.GetProperty(member).GetString()!;
}
