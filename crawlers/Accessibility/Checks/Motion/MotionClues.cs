using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Checks.Motion;

/// <summary>What the page's own files hint at, as the browser holds them already: nothing is loaded for it.</summary>
/// <param name="Timers">Whether a small script of the site's own sets something to go on and on.</param>
/// <param name="Images">The URLs of pictures that move for more than five seconds.</param>
internal sealed partial record MotionClues(bool Timers, IReadOnlyList<string> Images)
{
    // A site's own scripts are small; large ones are libraries, which hold every word, and so do those that are named like one.
    private const int LargestScript = 50_000;
    private const int LargestImage = 3_000_000;
    private const int MostScripts = 20;
    private const int MostImages = 10;
    private const string TimerCall = @"setInterval\s*\(";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    /// <summary>Reads them.</summary>
    public static async Task<MotionClues> ReadAsync(IPage page)
    {
        ICDPSession session = await page.Context.NewCDPSessionAsync(page);
        try
        {
            await session.SendAsync("Page.enable");
            JsonElement tree = (await session.SendAsync("Page.getResourceTree"))!.Value.GetProperty("frameTree");
            string frame = tree.GetProperty("frame").GetProperty("id").GetString()!;
            PageFile[] files = [.. tree.GetProperty("resources").EnumerateArray().Select(PageFile.Read)];
            string host = new Uri(page.Url).Host;

            Task<bool>[] timers = [.. files.Where(f => f.Type == "Script" && f.Size <= LargestScript && f.Host == host && !Library().IsMatch(f.Url)).Take(MostScripts).Select(f => SetsTimerAsync(session, frame, f.Url))];
            Task<string?>[] images = [.. files.Where(f => AnimatedImage.CanBe(f.MimeType) && f.Size <= LargestImage).Take(MostImages).Select(f => MovingAsync(session, frame, f.Url))];
            return new MotionClues((await Task.WhenAll(timers)).Any(t => t), [.. (await Task.WhenAll(images)).OfType<string>()]);
        }
        finally
        {
            await session.DetachAsync();
        }
    }

    [GeneratedRegex(@"\.min\.|jquery|bootstrap|modernizr|polyfill|plugin|vendor|/libs?/|carousel|slider|isotope|fancybox|lightbox|analytics|matomo|gtm", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Library();

    private static async Task<bool> SetsTimerAsync(ICDPSession session, string frame, string url)
    {
        var arguments = new Dictionary<string, object> { ["frameId"] = frame, ["url"] = url, ["query"] = TimerCall, ["isRegex"] = true };
        return await AskAsync(session, "Page.searchInResource", arguments) is { } answer && answer.GetProperty("result").GetArrayLength() > 0;
    }

    private static async Task<string?> MovingAsync(ICDPSession session, string frame, string url)
    {
        if (await AskAsync(session, "Page.getResourceContent", new Dictionary<string, object> { ["frameId"] = frame, ["url"] = url }) is not { } answer
            || !answer.GetProperty("base64Encoded").GetBoolean())
            return null;
        return AnimatedImage.Duration(answer.GetProperty("content").GetBytesFromBase64()) > Long ? url : null;
    }

    /// <summary>The answer; null where the browser has let go of the file.</summary>
    private static async Task<JsonElement?> AskAsync(ICDPSession session, string method, Dictionary<string, object> arguments)
    {
        try
        {
            return await session.SendAsync(method, arguments);
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }

    /// <summary>A file of the page.</summary>
    private sealed record PageFile(string Url, string Host, string Type, string MimeType, double Size)
    {
        public static PageFile Read(JsonElement resource)
        {
            string url = resource.GetProperty("url").GetString()!;
            return new PageFile(
                url, Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) ? uri.Host : "", resource.GetProperty("type").GetString()!, resource.GetProperty("mimeType").GetString()!,
                resource.TryGetProperty("contentSize", out JsonElement size) ? size.GetDouble() : 0);
        }
    }
}
