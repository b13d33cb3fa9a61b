using System.Text.Json;
using Monitor.Crawlers.Web.Outbound;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Outbound;

public sealed class OutboundCasesTests
{
    [Fact]
    public async Task Every_outside_case_is_refused_or_allowed_as_it_says()
    {
        List<string> wrong = [];
        IReadOnlyList<JsonElement> cases = WebTestData.Cases("outbound-url-cases.json");
        foreach (JsonElement c in cases)
        {
            bool expected = c.Text("expect") == "allow";
            if (await PassesAsync(c) != expected)
                wrong.Add($"{c.Text("id")} {c.Text("url")} ({c.Text("why")})");
        }
        Assert.NotEmpty(cases);
        Assert.Empty(wrong);
    }

    /// <summary>Whether every stage that the case has lets it pass; the last DNS answer is the one that a connection would meet. Nothing public is connected to.</summary>
    private static async Task<bool> PassesAsync(JsonElement c)
    {
        string url = c.Text("url")!;
        OutboundGuard guard = Guards.Create();
        if (!guard.TryAccept(url, out _))
            return false;
        if (c.TryGetProperty("redirectsTo", out JsonElement chain) && chain.EnumerateArray().Any(hop => !guard.TryAccept(hop.GetString()!, out _)))
            return false;
        if (!c.TryGetProperty("resolvesTo", out JsonElement answers))
            return true;

        foreach (JsonElement answer in answers.EnumerateArray())
        {
            string[] addresses = [.. answer.EnumerateArray().Select(a => a.GetString()!)];
            if (addresses.Length > 0 && addresses.All(a => PublicAddresses.IsPublic(System.Net.IPAddress.Parse(a))))
                continue;
            string host = new Uri(url).IdnHost;
            OutboundGuard connecting = Guards.Create(new FakeResolver().Answer(host, addresses));
            Assert.True(connecting.TryAccept(url, out OutboundDestination? destination));
            return (await connecting.ConnectAsync(destination, TestContext.Current.CancellationToken)).Open;
        }
        return true;
    }
}
