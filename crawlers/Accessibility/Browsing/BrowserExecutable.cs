namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>Finds the Chromium on this machine. None is ever downloaded: the distribution's package brings the libraries and fonts it needs.</summary>
internal static class BrowserExecutable
{
    /// <summary>The environment variable that names another browser.</summary>
    public const string Variable = "MONITOR_CHROMIUM";

    private static readonly string[] Usual = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    /// <summary>The browser's path, or a sentence that says what is missing and how it is mended.</summary>
    /// <param name="named">What <see cref="Variable"/> holds.</param>
    /// <param name="exists">Whether there is a file of that name.</param>
    public static (string? Path, string? Problem) Find(string? named, Func<string, bool> exists)
    {
        if (!string.IsNullOrWhiteSpace(named))
            return exists(named) ? (named, null) : (null, $"{Variable} names {named}, and there is no such file.");
        return Usual.FirstOrDefault(exists) is { } found
            ? (found, null)
            : (null, $"No Chromium found. Install one with `apt-get install chromium-headless-shell`, or name one in {Variable}.");
    }
}
