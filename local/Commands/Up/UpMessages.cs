using Monitor.Local.Demo;

namespace Monitor.Local.Commands.Up;

/// <summary>What <c>up</c> tells once everything runs.</summary>
internal static class UpMessages
{
    public static async Task ReadyAsync(TextWriter to, Uri address, string? firstKey)
    {
        await to.WriteLineAsync($"Dashboard and API: {address}");
        await to.WriteLineAsync(firstKey is null
            ? "Sign in with a supervisor key; ./monitor key new --supervisor makes another."
            : $"Supervisor key (shown this once): {firstKey}");
        await to.WriteLineAsync("Ctrl-C stops.");
        await to.FlushAsync();
    }

    public static async Task DemoReadyAsync(TextWriter to, Uri address, DemoWorld demo, DemoKeys keys)
    {
        await to.WriteLineAsync(
            $"""
            Dashboard and API:     {address}
            Supervisor key:        {keys.Supervisor}
            Municipality's key:    {keys.Municipality}
            Directorate's key:     {keys.Directorate}
            The municipality:      {demo.Municipality.Address}
            The directorate:       {demo.Directorate.Address}
            Mails:                 {demo.Mails.Address}

            Both sites are being scanned now. When the welcome mails have come, make one page worse in another terminal:
              ./monitor demo break
            Ctrl-C stops.
            """);
        await to.FlushAsync();
    }
}
