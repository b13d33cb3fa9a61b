using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>What Chromium is started with.</summary>
internal static class BrowserArguments
{
    // Lets loopback addresses through the proxy too; without it Chromium goes straight to them.
    private const string ProxyBypass = "<-loopback>";

    // Variables of the process that hold no secret and that a browser needs to find fonts, certificates and a place to write.
    private static readonly string[] Inherited =
        ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR"];

    // Each for a reason.
    private static readonly string[] Switches =
    [
        // Containers run as root and give /dev/shm 64 MB; there is no GPU.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        // WebRTC and QUIC go past proxies. The first switch is the headless shell's, the second the full browser's.
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--disable-quic",
        // Nothing but what a page asks for leaves the machine.
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--dns-prefetch-disable",
        "--no-first-run",
        "--no-pings",
        // No page opens windows: the headless shell's switch. Where it is unknown, each is closed at once.
        "--block-new-web-contents",
        // The same pixels every time.
        "--hide-scrollbars",
        "--force-color-profile=srgb",
        "--mute-audio",
    ];

    /// <summary>The switches: every connection goes through an egress proxy, which resolves and judges names, so Chromium resolves none itself.</summary>
    public static IReadOnlyList<string> SwitchesBehind(Uri proxy, PageSettings limits) =>
    [
        .. Switches,
        $"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE {proxy.Host}",
        // Scripts alone; everything a page takes is watched from outside.
        $"--js-flags=--max-old-space-size={limits.MaxMemoryMebibytes / 2}",
    ];

    /// <summary>The proxy at an address, for every connection.</summary>
    public static Proxy ProxyAt(Uri address) => new() { Server = address.GetLeftPart(UriPartial.Authority), Bypass = ProxyBypass };

    /// <summary>
    /// The environment the browser sees: an allow-list, since a page that breaks out of the renderer must find no connection string
    /// and no managed-identity address there.
    /// </summary>
    /// <param name="all">The process's own environment.</param>
    public static IReadOnlyDictionary<string, string> EnvironmentFrom(IReadOnlyDictionary<string, string> all) =>
        Inherited.Where(all.ContainsKey).ToDictionary(name => name, name => all[name]);
}
