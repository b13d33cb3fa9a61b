using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Monitor.Functions.Access;
using Monitor.Functions.Http;

namespace Monitor.Functions.Tests.Api;

/// <summary>How bodies are read, shown by the registration of agencies.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData("{ \"orgNumber\": 5 }", "#/orgNumber")]
    [InlineData("{ \"bodyType\": \"castle\" }", "#/bodyType")]
    [InlineData("{ \"bodyType\": 1 }", "#/bodyType")]
    [InlineData("{ \"ministry\": \"true\" }", "#/ministry")]
    [InlineData("{ \"colour\": \"red\" }", "#/colour")]
    [InlineData("{ \"OrgNumber\": \"x\" }", "#/OrgNumber")]
    [InlineData("[]", "#")]
    [InlineData("null", "#")]
    [InlineData("", "#")]
    [InlineData("{", "#")]
    public async Task What_cannot_be_read_is_told_with_where(string body, string place)
    {
        await using TestHost host = await TestHost.StartAsync();

        JsonElement problem = await PostAsync(host, body, "application/json").ProblemAsync(400, "invalid");

        Assert.Equal([place], problem.Pointers());
        Assert.Equal("unreadable", problem.GetProperty("errors")[0].Text("code"));
    }

    [Fact]
    public async Task A_member_given_twice_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync();

        await PostAsync(host, "{ \"name\": \"a\", \"name\": \"b\" }", "application/json").ProblemAsync(400, "invalid");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task What_is_not_json_is_refused(string? mediaType)
    {
        await using TestHost host = await TestHost.StartAsync();

        await PostAsync(host, "{}", mediaType).ProblemAsync(415, "mediaType");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_larger_than_we_read_is_refused_whether_it_says_so_or_not(bool sayLength)
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient client = host.Client(await host.SupervisorKeyAsync());
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/agencies")
        {
            Content = new StringContent($"{{ \"name\": \"{new string('x', Door.BodyBytes)}\" }}", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = !sayLength;

        await client.SendAsync(request, TestContext.Current.CancellationToken).ProblemAsync(413, "tooLarge");
    }

    [Theory]
    [InlineData(null, "#")]
    [InlineData("$", "#")]
    [InlineData("$.a", "#/a")]
    [InlineData("$.a.b[2].c", "#/a/b/2/c")]
    [InlineData("$['a.b'].c", "#/a.b/c")]
    [InlineData("$.a/b", "#/a~1b")]
    [InlineData("$.a~b", "#/a~0b")]
    public void A_path_becomes_a_pointer(string? path, string place) => Assert.Equal(place, JsonBody.PointerOf(path));

    private static async Task<HttpResponseMessage> PostAsync(TestHost host, string body, string? mediaType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (mediaType is not null)
            content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return await host.Client(await host.SupervisorKeyAsync()).PostAsync("/api/v1/agencies", content, TestContext.Current.CancellationToken);
    }
}
