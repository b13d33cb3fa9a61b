using System.Net;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>A browser without script: loads a page, and sends a form with the token it found there.</summary>
internal sealed class FormClient(HttpClient client)
{
    /// <summary>One that is not signed in, and keeps cookies.</summary>
    public static FormClient With(TestHost host) =>
        new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = host.Address });

    public async Task<FormAnswer> GetAsync(string path) => await FormAnswer.OfAsync(await client.GetAsync(path, TestContext.Current.CancellationToken));

    /// <summary>Loads a page and sends a form of it.</summary>
    public async Task<FormAnswer> SendAsync(string page, string action, params (string Field, string Value)[] fields)
    {
        FormAnswer shown = await GetAsync(page);
        return await PostAsync(action, [.. fields, ("formToken", TestHost.FormToken(shown.Html))]);
    }

    /// <summary>Sends a form as it is.</summary>
    public async Task<FormAnswer> PostAsync(string action, params (string Field, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Field, f.Value)));
        return await FormAnswer.OfAsync(await client.PostAsync(action, content, TestContext.Current.CancellationToken));
    }
}

/// <summary>What came back.</summary>
internal sealed record FormAnswer(HttpStatusCode Status, string? Location, string? ContentType, IReadOnlyList<string> Cookies, string Html)
{
    /// <summary>The page with its character references resolved.</summary>
    public string Text => WebUtility.HtmlDecode(Html);

    public static async Task<FormAnswer> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Headers.Location?.OriginalString,
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies) ? [.. cookies] : [],
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
