using System.Net;
using Monitor.Functions.Access;
using Monitor.Functions.Http;

namespace Monitor.Functions.Tests.Access;

public sealed class FormTests
{
    private static readonly string OwnPage = $"/probe/page/{TestHost.Own}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_of_our_own_page_is_taken()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient browser = await host.BrowserAsync(await host.AgencyKeyAsync(TestHost.Own));
        string token = TestHost.FormToken(await browser.GetStringAsync(OwnPage, Cancellation));

        HttpResponseMessage response = await PostAsync(browser, OwnPage, token, "hei");

        Assert.Equal("got hei", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task A_form_without_our_token_is_refused(string? token)
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient browser = await host.BrowserAsync(await host.AgencyKeyAsync(TestHost.Own));
        await browser.GetStringAsync(OwnPage, Cancellation);

        HttpResponseMessage response = await PostAsync(browser, OwnPage, token, "hei");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("got", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_another_session_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync();
        string key = await host.AgencyKeyAsync(TestHost.Own);
        HttpClient other = await host.BrowserAsync(key), browser = await host.BrowserAsync(key);
        string token = TestHost.FormToken(await other.GetStringAsync(OwnPage, Cancellation));
        await browser.GetStringAsync(OwnPage, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, OwnPage, token, "hei")).StatusCode);
    }

    [Fact]
    public async Task Json_is_no_form()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient browser = await host.BrowserAsync(await host.AgencyKeyAsync(TestHost.Own));

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.AskAsync("POST", OwnPage, new { text = "hei" })).StatusCode);
    }

    [Fact]
    public async Task A_form_without_a_session_leads_to_the_sign_in()
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage response = await PostAsync(host.Client(), OwnPage, null, "hei");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/nb/sign-in", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_form_about_another_agency_is_not_found()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient browser = await host.BrowserAsync(await host.AgencyKeyAsync(TestHost.Own));
        string token = TestHost.FormToken(await browser.GetStringAsync(OwnPage, Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(browser, $"/probe/page/{TestHost.Foreign}", token, "hei")).StatusCode);
    }

    [Fact]
    public async Task A_form_larger_than_we_read_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient browser = await host.BrowserAsync(await host.AgencyKeyAsync(TestHost.Own));
        string token = TestHost.FormToken(await browser.GetStringAsync(OwnPage, Cancellation));

        HttpResponseMessage response = await PostAsync(browser, OwnPage, token, new string('x', Door.BodyBytes));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_large_form_that_hides_its_length_is_refused_too()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient browser = await host.BrowserAsync(await host.AgencyKeyAsync(TestHost.Own));
        var request = new HttpRequestMessage(HttpMethod.Post, OwnPage)
        {
            Content = new FormUrlEncodedContent([new("text", new string('x', Door.BodyBytes))]),
        };
        request.Headers.TransferEncodingChunked = true;

        HttpResponseMessage response = await browser.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_form_with_more_fields_than_any_of_ours_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient browser = await host.BrowserAsync(await host.AgencyKeyAsync(TestHost.Own));

        HttpResponseMessage response = await browser.PostAsync(
            OwnPage, new FormUrlEncodedContent(Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create($"f{i}", "x"))), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_public_form_takes_our_token_and_no_other()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient browser = await host.BrowserAsync(await host.SupervisorKeyAsync());
        string token = TestHost.FormToken(await browser.GetStringAsync("/probe/open-form", Cancellation));

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(browser, "/probe/open-form", token, "hei")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, "/probe/open-form", null, "hei")).StatusCode);
    }

    [Theory]
    [InlineData("/nb/agencies?a=b", true)]
    [InlineData("/", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("nb", false)]
    [InlineData("/a\r\nb", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Leading_on_stays_within_this_site(string? path, bool local) => Assert.Equal(local, SeeOther.IsLocal(path));

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string? token, string text)
    {
        Dictionary<string, string> fields = new() { ["text"] = text };
        if (token is not null)
            fields["formToken"] = token;
        return client.PostAsync(path, new FormUrlEncodedContent(fields), Cancellation);
    }
}
