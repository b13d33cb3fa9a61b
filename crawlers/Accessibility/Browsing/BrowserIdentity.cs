using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>How the browser introduces itself: Chromium's own user agent, so that sites serve what people get, and our name with a page about us behind it.</summary>
internal static class BrowserIdentity
{
    /// <summary>What is appended to the browser's user agent.</summary>
    public static string SuffixFor(SiteSettings site) => $" Monitor/0.1 (+{site.PublicAddress.TrimEnd('/')}/bot)";

    /// <summary>The whole user agent of a Chromium; its major version only, as Chromium itself reduces it.</summary>
    public static string UserAgent(string browserVersion, string suffix) =>
        $"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{browserVersion.Split('.')[0]}.0.0.0 Safari/537.36{suffix}";
}
