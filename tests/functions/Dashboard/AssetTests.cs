using System.Net;
using System.Text.RegularExpressions;
using Monitor.Functions.Dashboard.Assets;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>The files that pages load.</summary>
public sealed partial class AssetTests
{
    [Fact]
    public async Task Every_asset_is_served_to_be_kept()
    {
        await using TestHost host = await TestHost.StartAsync();
        foreach (AssetFile file in AssetFiles.All)
        {
            HttpResponseMessage response = await host.Client().GetAsync(file.Path, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(file.ContentType, response.Content.Headers.ContentType?.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
            Assert.Equal(file.Content, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("/assets/designsystemet-1.22.0/LICENSE")]
    [InlineData("/assets/designsystemet-1.0.0/designsystemet.css")]
    [InlineData("/assets/designsystemet-1.22.0/..%2f..%2fhost.json")]
    public async Task Nothing_else_is_served(string path)
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client().GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public void Style_sheets_load_only_what_is_served()
    {
        string css = string.Concat(AssetFiles.Styles.Select(s => System.Text.Encoding.UTF8.GetString(s.Content)));
        string[] urls = [.. Url().Matches(css).Select(m => m.Groups[1].Value).Where(u => !u.StartsWith("data:", StringComparison.Ordinal)).Distinct()];

        Assert.Equal(["../inter-5.3.0/inter.woff2"], urls);
        Assert.NotNull(AssetFiles.Find("inter-5.3.0", "inter.woff2"));
    }

    [GeneratedRegex("""url\(["']?([^"')]+)""")]
    private static partial Regex Url();
}
